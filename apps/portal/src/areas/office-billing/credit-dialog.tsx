'use client';

import { TextAreaField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { CreditInvoiceDocument, type OfficeInvoiceFactsFragment } from '../../generated/documents';
import { OfficeForm } from '../office/office-form';
import { usePlanWords } from '../plan/use-plan-words';
import { fenOf } from './fen-of';
import { useBillingChanged } from './use-billing-changed';

type Line = OfficeInvoiceFactsFragment['lines'][number];

/** What earlier notes left of each line, in fen. */
function leftOf({ lines, creditNotes }: OfficeInvoiceFactsFragment): (Line & { left: number })[] {
  const taken = creditNotes.flatMap((note) => note.lines);
  return lines.map((line) => ({ ...line, left: line.amountMinor + taken.filter(({ lineNo }) => lineNo === line.lineNo).reduce((sum, { amountMinor }) => sum + amountMinor, 0) }));
}

/** Takes an invoice back, line by line; at first, all that is left of it. */
export function CreditDialog({ invoice, onClose }: { invoice: OfficeInvoiceFactsFragment; onClose: () => void }) {
  const t = useTranslations('billing.credit');
  const words = usePlanWords();
  const changed = useBillingChanged();
  const lines = leftOf(invoice).filter(({ left }) => left !== 0);
  const [amounts, setAmounts] = useState<Readonly<Record<number, string>>>(Object.fromEntries(lines.map(({ lineNo, left }) => [lineNo, (left / 100).toFixed(2)])));
  const [reason, setReason] = useState('');
  const change = useChange(CreditInvoiceDocument, {
    onDone: async () => {
      await changed(t('done'));
      onClose();
    },
  });
  const parts = lines.map(({ lineNo }) => ({ lineNo, amountMinor: fenOf(amounts[lineNo] ?? '') ?? 0 })).filter(({ amountMinor }) => amountMinor !== 0);
  return (
    <OfficeForm title={t('title', { number: invoice.number })} body={t('body')} change={change} onClose={onClose} onSend={() => change.mutate({ input: { invoiceNumber: invoice.number, reason, parts } })}>
      {lines.map(({ lineNo, left, plan }) => (
        <TextField
          key={lineNo}
          label={t('line', { lineNo, plan: words.plan(plan), left: words.money(left) })}
          inputMode="decimal"
          value={amounts[lineNo] ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setAmounts((before) => ({ ...before, [lineNo]: value }));
          }}
        />
      ))}
      <TextAreaField label={t('reason')} hint={t('reasonHint')} rows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} required />
    </OfficeForm>
  );
}
