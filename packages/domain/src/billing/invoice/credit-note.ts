import { cny, conflict, invalid } from '@tenon/kernel';
import type { Money } from '@tenon/kernel';
import { roundedRatio } from '../money/rounded-ratio.js';
import { sumMoney } from '../money/sum-money.js';
import type { Invoice } from './invoice.js';
import type { InvoiceLine } from './invoice-line.js';

/** A part of an invoice's line that is taken back, tax included, with the line's own sign: taking a credit back is below zero. */
export interface CreditedPart {
  readonly lineNo: number;
  readonly amount: Money;
}

/** One line of a credit note: the line that it takes back, amounts with the other sign. */
export interface CreditNoteLine {
  readonly lineNo: number;
  readonly amount: Money;
  readonly tax: Money;
}

/** A credit note (红字发票): it takes an invoice back, in whole or in part. */
export interface CreditNote {
  /** The invoice's with its own, from 1: `TN-202611-000042-R1`. */
  readonly number: string;
  readonly invoice: string;
  readonly issuedOn: number;
  /** What people are told of why. */
  readonly reason: string;
  readonly lines: readonly CreditNoteLine[];
  /** Tax included; below zero. */
  readonly gross: Money;
  readonly tax: Money;
}

type CreditableLine = Pick<InvoiceLine, 'lineNo' | 'amount' | 'tax'>;
type EarlierNote = Pick<CreditNote, 'gross' | 'lines'>;

/** What a credit note is made of; `earlier` are the invoice's notes so far, in order. */
export interface CreditNoteInput {
  readonly invoice: Pick<Invoice, 'number' | 'gross'> & { readonly lines: readonly CreditableLine[] };
  readonly earlier: readonly EarlierNote[];
  readonly issuedOn: number;
  readonly reason: string;
  readonly parts: readonly CreditedPart[];
}

function creditedOf(earlier: readonly EarlierNote[], lineNo: number): number {
  const lines = earlier.flatMap((note) => note.lines).filter((line) => line.lineNo === lineNo);
  return -sumMoney(lines.map(({ amount }) => amount)).amountMinor;
}

/** The tax in the first part of a line, so that a line taken back piece by piece gives back exactly its tax. */
function taxUpTo({ amount, tax }: CreditableLine, creditedFen: number): number {
  return Number(roundedRatio(BigInt(tax.amountMinor) * BigInt(Math.abs(creditedFen)), BigInt(Math.abs(amount.amountMinor))));
}

function creditedLine(line: CreditableLine | undefined, earlier: readonly EarlierNote[], { lineNo, amount }: CreditedPart): CreditNoteLine {
  if (!line) throw invalid('CREDIT_NOTE.NO_SUCH_LINE', 'The invoice has no such line.', { lineNo });
  const fen = amount.amountMinor;
  const before = creditedOf(earlier, lineNo);
  const left = line.amount.amountMinor - before;
  if (!Number.isSafeInteger(fen) || fen === 0 || Math.sign(fen) !== Math.sign(left) || Math.abs(fen) > Math.abs(left)) {
    throw conflict('CREDIT_NOTE.TOO_MUCH', 'Not that much is left of this line.', { lineNo, left });
  }
  return { lineNo, amount: cny(-fen), tax: cny(taxUpTo(line, before) - taxUpTo(line, before + fen)) };
}

/**
 * Takes an invoice back in part; all notes together never take back more than a line, or the whole, was.
 * @throws AppError (invalid) CREDIT_NOTE.NO_SUCH_LINE, CREDIT_NOTE.LINE_TWICE, CREDIT_NOTE.EMPTY; (conflict) CREDIT_NOTE.TOO_MUCH with the fen that are left
 */
export function creditNote({ invoice, earlier, issuedOn, reason, parts }: CreditNoteInput): CreditNote {
  if (parts.length === 0) throw invalid('CREDIT_NOTE.EMPTY', 'A credit note takes something back.');
  if (new Set(parts.map(({ lineNo }) => lineNo)).size < parts.length) throw invalid('CREDIT_NOTE.LINE_TWICE', 'Name each line once.');
  const lines = parts.map((part) => creditedLine(invoice.lines.find(({ lineNo }) => lineNo === part.lineNo), earlier, part));
  const gross = sumMoney(lines.map(({ amount }) => amount));
  const left = sumMoney([invoice.gross, ...earlier.map((note) => note.gross)]).amountMinor;
  const after = left + gross.amountMinor;
  const whole = invoice.gross.amountMinor;
  if (after < Math.min(0, whole) || after > Math.max(0, whole)) throw conflict('CREDIT_NOTE.TOO_MUCH', 'Not that much is left of this invoice.', { left });
  const number = `${invoice.number}-R${earlier.length + 1}`;
  return { number, invoice: invoice.number, issuedOn, reason, lines, gross, tax: sumMoney(lines.map(({ tax }) => tax)) };
}
