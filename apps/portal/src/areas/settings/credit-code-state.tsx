'use client';

import { Callout } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { CreditCodeState } from '../../generated/documents';

/** Says what is to be known of the code that was saved. One whose check is right needs no word. */
export function CreditCodeNote({ state }: { state: CreditCodeState | null }) {
  const t = useTranslations('settings.profile.creditCodeState');
  if (state === null || state === 'CHECKED') return null;
  return <Callout tone={state === 'TO_REVIEW' ? 'caution' : 'good'}>{t(state)}</Callout>;
}
