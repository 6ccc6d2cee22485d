'use client';

import { ConfirmDialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { LeaveCompanyDocument } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';

/** Leaves the company. The page is left whole, so that nothing of it stays in memory. */
export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('people.leave');
  const frame = useTranslations('frame');
  const faultLine = useFaultLine();
  const { tenant } = useViewer();
  const change = useChange(LeaveCompanyDocument, { onDone: () => location.assign('/companies') });
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('title', { company: tenant.name })}
      losses={{ heading: t('lost'), items: [t('lost1'), t('lost2')] }}
      recovery={t('recovery')}
      confirmLabel={t('action')}
      cancelLabel={frame('cancel')}
      closeLabel={frame('close')}
      isPending={change.isPending}
      error={faultLine(change.error)}
      onConfirm={() => change.mutate({})}
    />
  );
}
