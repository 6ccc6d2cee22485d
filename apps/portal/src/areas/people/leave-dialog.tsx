'use client';

import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { LeaveCompanyDocument } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';

/** Leaves the company. The page is left whole, so that nothing of it stays in memory. */
export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('people.leave');
  const { tenant } = useViewer();
  const change = useChange(LeaveCompanyDocument, { onDone: () => location.assign('/companies') });
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('title', { company: tenant.name })}
      losses={{ heading: t('lost'), items: [t('lost1'), t('lost2')] }}
      recovery={t('recovery')}
      confirmLabel={t('action')}
      onConfirm={() => change.mutate({})}
    />
  );
}
