'use client';

import { TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { RecordRefundDocument, type OfficeInvoiceFactsFragment } from '../../generated/documents';
import { OfficeForm } from '../office/office-form';
import { leftToRefund } from './card-to-refund';
import { fenOf } from './fen-of';
import { useBillingChanged } from './use-billing-changed';

/** Notes that what was paid too much, or was taken back, went back to the company. */
export function RefundDialog({ invoice, onClose }: { invoice: OfficeInvoiceFactsFragment; onClose: () => void }) {
  const t = useTranslations('billing.refund');
  const changed = useBillingChanged();
  const [amount, setAmount] = useState((leftToRefund(invoice) / 100).toFixed(2));
  const [paidOn, setPaidOn] = useState(() => new Date().toISOString().slice(0, 10));
  const [note, setNote] = useState('');
  const change = useChange(RecordRefundDocument, {
    onDone: async () => {
      await changed(t('done'));
      onClose();
    },
  });
  return (
    <OfficeForm title={t('title', { number: invoice.number })} body={t('body')} change={change} onClose={onClose} onSend={() => change.mutate({ input: { invoiceNumber: invoice.number, amountMinor: fenOf(amount) ?? 0, paidOn, note } })}>
      <TextField label={t('amount')} inputMode="decimal" value={amount} onChange={(event) => setAmount(event.currentTarget.value)} required />
      <TextField label={t('paidOn')} type="date" value={paidOn} onChange={(event) => setPaidOn(event.currentTarget.value)} required />
      <TextField label={t('note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </OfficeForm>
  );
}
