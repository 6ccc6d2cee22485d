'use client';

import { Badge, PauseIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { TenantState } from '../../generated/documents';

const TONES = { TRIAL: 'outline', ACTIVE: 'outline', PAST_DUE: 'caution', SUSPENDED: 'danger', CLOSED: 'neutral', ERASED: 'neutral' } as const satisfies Readonly<Record<TenantState, string>>;

/** Where a company stands, by word and shape. */
export function CompanyState({ state }: { state: TenantState }) {
  const t = useTranslations('office.state');
  return (
    <Badge tone={TONES[state]} {...(state === 'SUSPENDED' && { icon: <PauseIcon size={12} /> })}>
      {t(state)}
    </Badge>
  );
}
