'use client';

import { useSearchParams } from 'next/navigation';
import type { TenantState } from '../../generated/documents';
import { useSearch } from '../store/use-search';

/** A state, or what waits for the office. */
export const STATE_CHOICES = ['ALL', 'ACTIVE', 'SUSPENDED', 'CODE_TO_REVIEW'] as const satisfies readonly (TenantState | 'ALL' | 'CODE_TO_REVIEW')[];
export type StateChoice = (typeof STATE_CHOICES)[number];

/** What the list of companies is narrowed to, kept in the address bar. */
export function useCompanyFilter() {
  const search = useSearch();
  const asked = useSearchParams().get('state');
  const state = STATE_CHOICES.find((choice) => choice === asked) ?? 'ALL';
  const keepState = (next: StateChoice): void => {
    const query = new URLSearchParams(location.search);
    if (next === 'ALL') query.delete('state');
    else query.set('state', next);
    const text = query.toString();
    history.replaceState(null, '', text ? `?${text}` : location.pathname);
  };
  const widen = (): void => {
    search.type('');
    history.replaceState(null, '', location.pathname);
  };
  return { search, state, keepState, widen, isNarrowed: search.asked !== '' || state !== 'ALL' };
}
