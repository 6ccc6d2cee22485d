'use client';

import { TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { TakeBackPaymentDocument, type OfficeInvoiceFactsFragment } from '../../generated/documents';
import { OfficeForm } from '../office/office-form';
import { usePlanWords } from '../plan/use-plan-words';
import { useBillingChanged } from './use-billing-changed';

/** Takes back what a booking was said to pay, and says why. */
export function TakeBackDialog({ payment: { id, amountMinor, paidOn }, onClose }: { payment: OfficeInvoiceFactsFragment['payments'][number]; onClose: () => void }) {
  const t = useTranslations('billing.takeBack');
  const words = usePlanWords();
  const changed = useBillingChanged();
  const [reason, setReason] = useState('');
  const change = useChange(TakeBackPaymentDocument, {
    onDone: async () => {
      await changed(t('done'));
      onClose();
    },
  });
  return (
    <OfficeForm title={t('title')} body={t('body', { amount: words.money(amountMinor), day: words.day(paidOn) })} change={change} onClose={onClose} onSend={() => change.mutate({ input: { paymentId: id, reason } })}>
      <TextField label={t('reason')} hint={t('reasonHint')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={500} required />
    </OfficeForm>
  );
}
