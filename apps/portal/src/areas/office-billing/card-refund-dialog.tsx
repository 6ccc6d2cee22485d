'use client';

import { TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { RefundCardDocument } from '../../generated/documents';
import { OfficeForm } from '../office/office-form';
import { fenOf } from './fen-of';
import { useBillingChanged } from './use-billing-changed';

interface CardRefundDialogProps {
  readonly attemptId: string;
  /** What may go back, in fen. */
  readonly mostMinor: number;
  onClose(): void;
}

/** Sends what was paid too much, or was taken back, to the card from which it came. */
export function CardRefundDialog({ attemptId, mostMinor, onClose }: CardRefundDialogProps) {
  const t = useTranslations('billing.cardRefund');
  const changed = useBillingChanged();
  const [amount, setAmount] = useState((mostMinor / 100).toFixed(2));
  const change = useChange(RefundCardDocument, {
    onDone: async () => {
      await changed(t('done'));
      onClose();
    },
  });
  return (
    <OfficeForm title={t('title')} body={t('body')} change={change} onClose={onClose} onSend={() => change.mutate({ input: { attemptId, amountMinor: fenOf(amount) ?? 0 } })}>
      <TextField label={t('amount')} inputMode="decimal" value={amount} onChange={(event) => setAmount(event.currentTarget.value)} required />
    </OfficeForm>
  );
}
