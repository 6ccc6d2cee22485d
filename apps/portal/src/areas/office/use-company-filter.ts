'use client';

import { useSearchParams } from 'next/navigation';
import type { PlanId, TenantState } from '../../generated/documents';
import { useSearch } from '../store/use-search';

/** A state, or what waits for the office. */
export const STATE_CHOICES = ['ALL', 'TRIAL', 'ACTIVE', 'PAST_DUE', 'SUSPENDED', 'CLOSED', 'CODE_TO_REVIEW'] as const satisfies readonly (TenantState | 'ALL' | 'CODE_TO_REVIEW')[];
export type StateChoice = (typeof STATE_CHOICES)[number];

export const PLAN_CHOICES = ['ALL', 'TRIAL', 'STARTER', 'STANDARD', 'ENTERPRISE'] as const satisfies readonly (PlanId | 'ALL')[];
export type PlanChoice = (typeof PLAN_CHOICES)[number];

/** What the list of companies is narrowed to, kept in the address bar. */
export function useCompanyFilter() {
  const search = useSearch();
  const asked = useSearchParams();
  const state = STATE_CHOICES.find((choice) => choice === asked.get('state')) ?? 'ALL';
  const plan = PLAN_CHOICES.find((choice) => choice === asked.get('plan')) ?? 'ALL';
  const keep = (name: 'state' | 'plan', next: string): void => {
    const query = new URLSearchParams(location.search);
    if (next === 'ALL') query.delete(name);
    else query.set(name, next);
    const text = query.toString();
    history.replaceState(null, '', text ? `?${text}` : location.pathname);
  };
  const keepState = (next: StateChoice): void => keep('state', next);
  const keepPlan = (next: PlanChoice): void => keep('plan', next);
  const widen = (): void => {
    search.type('');
    history.replaceState(null, '', location.pathname);
  };
  return { search, state, plan, keepState, keepPlan, widen, isNarrowed: search.asked !== '' || state !== 'ALL' || plan !== 'ALL' };
}
