import type { StatementEntry } from './statement-csv.js';

/** An invoice of which something is owed, as a booking is matched with it. */
export interface OpenInvoice {
  readonly number: string;
  /** In fen, above zero. */
  readonly owedMinor: number;
  readonly buyer: string;
}

/** A name without what people write in different ways: spaces, punctuation, and full or half width. */
function plainName(name: string): string {
  return name.normalize('NFKC').replaceAll(/[\s\p{P}]/gu, '').toLowerCase();
}

/** The numbers of invoices that a text names, however people type them: `tn 202611 000042`, `ＴＮ－２０２６１１－０００042`. */
export function invoiceNumbersIn(text: string): string[] {
  const found = text.normalize('NFKC').toUpperCase().matchAll(/TN[\s_./-]*(\d{6})[\s_./-]*(\d{6,9})(?!\d)/g);
  return [...new Set([...found].map(([, month, no]) => `TN-${month}-${no}`))];
}

/**
 * The one invoice that a booking pays, or null where a person has to look. By the number that was written on it, whatever the amount:
 * less leaves a rest, more is to be paid back. Without a number, by an amount and a payer that only one open invoice has.
 */
export function matchedInvoice({ reference, payer, amountMinor }: StatementEntry, open: readonly OpenInvoice[]): string | null {
  const numbers = invoiceNumbersIn(reference);
  if (numbers.length > 0) return numbers.length === 1 && open.some(({ number }) => number === numbers[0]) ? (numbers[0] ?? null) : null;
  const name = plainName(payer);
  const alike = open.filter(({ owedMinor, buyer }) => owedMinor === amountMinor && name !== '' && plainName(buyer) === name);
  return alike.length === 1 ? (alike[0]?.number ?? null) : null;
}
