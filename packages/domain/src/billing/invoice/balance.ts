import { cny } from '@tenon/kernel';
import type { Money } from '@tenon/kernel';
import { sumMoney } from '../money/sum-money.js';
import type { CreditNote } from './credit-note.js';
import type { Invoice } from './invoice.js';

/** Money that moved for an invoice, above zero; a refund goes back to the company, and what is taken back was noted for the wrong invoice. */
export interface Payment {
  readonly kind: 'payment' | 'refund' | 'taken-back';
  readonly amount: Money;
}

/** How an invoice stands: what is owed still, or, below zero, what is to be paid back. */
export interface Balance {
  readonly owed: Money;
  readonly state: 'open' | 'settled' | 'to-refund';
}

/** How an invoice stands with its credit notes and all money that moved for it. */
export function balanceOf(invoice: Pick<Invoice, 'gross'>, notes: readonly Pick<CreditNote, 'gross'>[], payments: readonly Payment[]): Balance {
  const moved = payments.map(({ kind, amount }) => cny(kind === 'payment' ? -amount.amountMinor : amount.amountMinor));
  const owed = sumMoney([invoice.gross, ...notes.map(({ gross }) => gross), ...moved]);
  if (owed.amountMinor === 0) return { owed, state: 'settled' };
  return { owed, state: owed.amountMinor > 0 ? 'open' : 'to-refund' };
}
