'use client';

import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { ResumeCompanyDocument, type CompanyFactsFragment } from '../../generated/documents';
import { useCompanyChanged } from './use-company-change';

interface ResumeDialogProps {
  readonly company: CompanyFactsFragment;
  onClose(): void;
}

/** Ends a suspension. */
export function ResumeDialog({ company, onClose }: ResumeDialogProps) {
  const t = useTranslations('office.resume');
  const changed = useCompanyChanged();
  const change = useChange(ResumeCompanyDocument, {
    onDone: async () => {
      await changed(t('done', { company: company.name }));
      onClose();
    },
  });
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('title', { company: company.name })}
      description={t('body')}
      tone="primary"
      confirmLabel={change.isPending ? t('pending') : t('confirm')}
      onConfirm={() => change.mutate({ id: company.id })}
    />
  );
}
