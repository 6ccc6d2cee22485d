'use client';

import { ConfirmDialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useErrorWords } from '../../errors/use-error-words';
import { ResumeCompanyDocument, type CompanyFactsFragment } from '../../generated/documents';
import { useCompanyChanged } from './use-company-change';

interface ResumeDialogProps {
  readonly company: CompanyFactsFragment;
  readonly isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
}

/** Ends a suspension. */
export function ResumeDialog({ company, isOpen, onOpenChange }: ResumeDialogProps) {
  const t = useTranslations('office.resume');
  const frame = useTranslations('frame');
  const words = useErrorWords();
  const changed = useCompanyChanged();
  const change = useChange(ResumeCompanyDocument, {
    onDone: async () => {
      await changed(t('done', { company: company.name }));
      onOpenChange(false);
    },
  });
  const fault = change.error && words(change.error);
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('title', { company: company.name })}
      description={t('body')}
      tone="primary"
      confirmLabel={change.isPending ? t('pending') : t('confirm')}
      cancelLabel={frame('cancel')}
      closeLabel={frame('close')}
      isPending={change.isPending}
      error={fault ? `${fault.what} ${fault.next} (${fault.code})` : undefined}
      onConfirm={() => change.mutate({ id: company.id })}
    />
  );
}
