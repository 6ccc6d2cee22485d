'use client';

import { Button, Dialog, TextAreaField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { SuspendCompanyDocument, type CompanyFactsFragment } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { useCompanyChanged } from './use-company-change';

const LONGEST_REASON = 500;

interface SuspendDialogProps {
  readonly company: CompanyFactsFragment;
  readonly isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
}

function Losses() {
  const t = useTranslations('office.suspend');
  return (
    <div className="border-l-2 border-danger pl-3">
      <p className="text-13 text-ink-2">{t('heading')}</p>
      <ul className="mt-1 list-disc space-y-1 pl-4 text-14">
        <li>{t('loss1')}</li>
        <li>{t('loss2')}</li>
        <li>{t('loss3')}</li>
      </ul>
    </div>
  );
}

function Footer({ isPending, onCancel, onSend }: { isPending: boolean; onCancel: () => void; onSend: () => void }) {
  const t = useTranslations('office.suspend');
  const frame = useTranslations('frame');
  return (
    <>
      <Button onClick={onCancel}>{frame('cancel')}</Button>
      <Button variant="danger" isLoading={isPending} loadingLabel={t('pending')} onClick={onSend}>
        {t('confirm')}
      </Button>
    </>
  );
}

/** Suspends a company, with the reason its people will read. */
export function SuspendDialog({ company, isOpen, onOpenChange }: SuspendDialogProps) {
  const t = useTranslations('office.suspend');
  const frame = useTranslations('frame');
  const changed = useCompanyChanged();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const change = useChange(SuspendCompanyDocument, {
    onDone: async () => {
      await changed(t('done', { company: company.name }));
      onOpenChange(false);
      setReason('');
    },
  });
  const send = (): void => {
    const isGiven = reason.trim() !== '' && reason.trim().length <= LONGEST_REASON;
    setIsMissing(!isGiven);
    if (isGiven) change.mutate({ input: { id: company.id, reason: reason.trim() } });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      role="alertdialog"
      title={t('title', { company: company.name })}
      closeLabel={frame('close')}
      footer={<Footer isPending={change.isPending} onCancel={() => onOpenChange(false)} onSend={send} />}
    >
      <div className="grid grid-cols-1 gap-4">
        <FormFault error={change.error} />
        <Losses />
        <p className="text-13 text-ink-2">{t('recovery')}</p>
        <TextAreaField
          label={t('reason')}
          hint={t('reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          rows={3}
          required
          error={isMissing ? t('reasonMissing') : undefined}
        />
      </div>
    </Dialog>
  );
}
