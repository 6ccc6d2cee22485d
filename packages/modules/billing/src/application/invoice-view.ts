import { balanceOf, standingState, type InvoiceState } from '@tenon/domain/billing';
import { cny } from '@tenon/kernel';
import type { KeptCard } from '../persistence/card.repository.js';
import type { KeptInvoice, KeptLine } from '../persistence/read-invoice.repository.js';

/** An invoice as it stands today. */
export interface InvoiceView extends KeptInvoice {
  /** What is owed still, in fen; below zero, what is to be paid back. */
  readonly owedMinor: number;
}

/** An invoice with what it is for. */
export interface WholeInvoice extends InvoiceView {
  readonly lines: readonly KeptLine[];
  /** Its payments by card, newest first. */
  readonly cards: readonly KeptCard[];
}

/** What an invoice says today: one whose day is over is late, though nobody wrote that down yet. */
export function invoiceView<Kept extends KeptInvoice>(kept: Kept, today: number): Kept & InvoiceView {
  const notes = kept.notes.map(({ grossMinor }) => ({ gross: cny(grossMinor) }));
  const balance = balanceOf(
    { gross: cny(kept.grossMinor) },
    notes,
    kept.payments.map(({ kind, amountMinor }) => ({ kind, amount: cny(amountMinor) })),
  );
  const credited = notes.reduce((sum, { gross }) => sum + gross.amountMinor, 0);
  const state: InvoiceState = standingState({ balance, isTakenBack: credited !== 0 && kept.grossMinor + credited === 0, dueOn: kept.dueOn, today });
  return { ...kept, owedMinor: balance.owed.amountMinor, state };
}
