'use client';

import { Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { InvoiceQuery } from '../../generated/documents';
import { usePlanWords } from '../plan/use-plan-words';

type Moved = Pick<InvoiceQuery['invoice'], 'payments' | 'creditNotes'>;

type Payment = Moved['payments'][number];

interface InvoiceMovesProps {
  readonly invoice: Moved;
  /** What may be done about a payment. */
  action?(payment: Payment): ReactNode;
  /** Where a credit note is to be had as a file. */
  noteHref?(id: string): string;
}

function NoteFile({ href }: { href: string }) {
  const t = useTranslations('invoices');
  return (
    <a href={href} download className="text-accent-text underline underline-offset-4 print:hidden">
      {t('pdf')}
    </a>
  );
}

/** What was paid, paid back and taken back of an invoice, in the order of days. */
export function InvoiceMoves({ invoice: { payments, creditNotes }, action = () => null, noteHref }: InvoiceMovesProps) {
  const t = useTranslations('invoices.moves');
  const words = usePlanWords();
  const moves = [
    ...payments.map((payment) => {
      const { id, isRefund, isTakingBack, amountMinor, paidOn } = payment;
      return { id, on: paidOn, what: t(isTakingBack ? 'takenBack' : isRefund ? 'refund' : 'payment'), fen: isRefund || isTakingBack ? amountMinor : -amountMinor, about: action(payment) };
    }),
    ...creditNotes.map(({ id, number, issuedOn, reason, grossMinor }) => ({ id, on: issuedOn, what: `${number} · ${reason}`, fen: grossMinor, about: noteHref && <NoteFile href={noteHref(id)} /> })),
  ].sort((a, b) => a.on.localeCompare(b.on));
  if (moves.length === 0) return null;
  return (
    <Section title={t('title')}>
      <ul className="divide-y divide-line text-14">
        {moves.map(({ id, on, what, fen, about }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-6 py-2">
            <span>
              <span className="text-ink-3">{words.day(on)}</span> {what} {about}
            </span>
            <span className="tn-num">{words.money(fen)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
