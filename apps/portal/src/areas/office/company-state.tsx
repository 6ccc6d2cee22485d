'use client';

import { Badge, PauseIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { TenantState } from '../../generated/documents';

/** Whether a company is active or suspended, by word and shape. */
export function CompanyState({ state }: { state: TenantState }) {
  const t = useTranslations('office.state');
  if (state === 'ACTIVE') return <Badge tone="outline">{t(state)}</Badge>;
  return (
    <Badge tone="danger" icon={<PauseIcon size={12} />}>
      {t(state)}
    </Badge>
  );
}
