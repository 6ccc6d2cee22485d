import { cny } from '@tenon/kernel';
import type { Money } from '@tenon/kernel';
import { sumMoney } from '../money/sum-money.js';
import type { DraftLine, InvoiceLine } from './invoice-line.js';
import { taxesWithin } from './tax.js';

/** Days from an invoice to the day on which it should be paid: a transfer between companies is seldom made the same day. */
export const PAYMENT_DAYS = 15;

/** What is owed, and for what. Never changed once it is issued: what was wrong is put right by a credit note. */
export interface Invoice {
  readonly number: string;
  /** Local days since 1970-01-01. */
  readonly issuedOn: number;
  readonly dueOn: number;
  readonly lines: readonly InvoiceLine[];
  /** The sum of the lines, tax included (价税合计); what is to be paid. */
  readonly gross: Money;
  /** The tax within it (税额), and what is left without it (金额); the three add up. */
  readonly tax: Money;
  readonly net: Money;
}

/** An invoice of these lines, in their order. */
export function invoiceOf(number: string, issuedOn: number, drafts: readonly DraftLine[]): Invoice {
  const taxes = taxesWithin(drafts.map(({ amount }) => amount));
  const gross = sumMoney(drafts.map(({ amount }) => amount));
  const tax = sumMoney(taxes);
  return {
    number,
    issuedOn,
    dueOn: issuedOn + PAYMENT_DAYS,
    lines: drafts.map((draft, index) => ({ ...draft, lineNo: index + 1, tax: taxes[index]! })),
    gross,
    tax,
    net: cny(gross.amountMinor - tax.amountMinor),
  };
}

/** Whether an invoice that is still owed is late: from the day after the one on which it should have been paid. */
export function isOverdue({ dueOn }: Invoice, owed: Money, today: number): boolean {
  return owed.amountMinor > 0 && today > dueOn;
}
