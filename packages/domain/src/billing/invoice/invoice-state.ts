import { conflict } from '@tenon/kernel';
import type { Balance } from './balance.js';

/**
 * The states of an invoice: a *draft* is reckoned when somebody looks and kept nowhere; an *issued* one has its number and its last
 * amount; *overdue* is owed after its day; *paid* is owed no more; *void* was taken back whole by credit notes.
 */
export const INVOICE_STATES = ['draft', 'issued', 'overdue', 'paid', 'void'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

/**
 * Where each state may lead. A payment that was noted for the wrong invoice is taken back, so that what was paid may be owed again;
 * nothing leads back into a draft, nor out of void.
 */
export const INVOICE_MOVES: Readonly<Record<InvoiceState, readonly InvoiceState[]>> = {
  draft: ['issued', 'paid'],
  issued: ['overdue', 'paid', 'void'],
  overdue: ['issued', 'paid', 'void'],
  paid: ['issued', 'overdue', 'void'],
  void: [],
};

/** What decides where an invoice stands; days are local days of the company since 1970-01-01. */
export interface InvoiceFacts {
  readonly balance: Balance;
  /** Whether credit notes took the whole of it back. */
  readonly isTakenBack: boolean;
  readonly dueOn: number;
  readonly today: number;
}

/** Where an issued invoice stands by what is owed of it: what is paid back later does not make it another one. */
export function standingState({ balance, isTakenBack, dueOn, today }: InvoiceFacts): InvoiceState {
  if (isTakenBack) return 'void';
  if (balance.owed.amountMinor <= 0) return 'paid';
  return today > dueOn ? 'overdue' : 'issued';
}

/**
 * The state after a move; staying is none.
 * @throws AppError (conflict) INVOICE.ILLEGAL_MOVE, with both states
 */
export function invoiceMove(from: InvoiceState, to: InvoiceState): InvoiceState {
  if (from !== to && !INVOICE_MOVES[from].includes(to)) throw conflict('INVOICE.ILLEGAL_MOVE', 'An invoice that stands so does not become this.', { from, to });
  return to;
}
