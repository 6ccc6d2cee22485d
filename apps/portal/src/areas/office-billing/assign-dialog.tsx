'use client';

import { TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { AssignBankEntryDocument, type BankEntryFactsFragment } from '../../generated/documents';
import { OfficeForm } from '../office/office-form';
import { usePlanWords } from '../plan/use-plan-words';
import { fenOf } from './fen-of';
import { useBillingChanged } from './use-billing-changed';

/** Says by hand which invoice a booking pays. */
export function AssignDialog({ entry, onClose }: { entry: BankEntryFactsFragment; onClose: () => void }) {
  const t = useTranslations('billing.assign');
  const words = usePlanWords();
  const changed = useBillingChanged();
  const left = entry.amountMinor - entry.assignedMinor;
  const [invoiceNumber, setInvoiceNumber] = useState('');
  const [amount, setAmount] = useState((left / 100).toFixed(2));
  const change = useChange(AssignBankEntryDocument, {
    onDone: async () => {
      await changed(t('done'));
      onClose();
    },
  });
  return (
    <OfficeForm
      title={t('title')}
      body={t('body', { payer: entry.payer, amount: words.money(left), reference: entry.reference || '—' })}
      change={change}
      onClose={onClose}
      onSend={() => change.mutate({ input: { entryId: entry.id, invoiceNumber, amountMinor: fenOf(amount) ?? 0 } })}
    >
      <TextField label={t('number')} value={invoiceNumber} onChange={(event) => setInvoiceNumber(event.currentTarget.value)} placeholder="TN-202611-000042" required />
      <TextField label={t('amount')} value={amount} inputMode="decimal" onChange={(event) => setAmount(event.currentTarget.value)} required />
    </OfficeForm>
  );
}
