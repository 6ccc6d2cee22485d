import type { WholeInvoice } from '../application/invoice-view.js';
import type { Payee } from '../application/payee.js';
import { amount } from './invoice-money.js';
import type { InvoiceWords } from './invoice-words.js';
import { COLOUR, PAGE, type Sheet } from './sheet.js';

const SUMS = 330;
const ROW = 17;

type Sum = readonly [label: string, fen: number, isBold?: boolean];

/** Sums beneath each other. */
export function drawSums(sheet: Sheet, sums: readonly Sum[], words: InvoiceWords): void {
  if (!sheet.room(sums.length * ROW + 14)) sheet.y += 8;
  for (const [label, fen, isBold = false] of sums) {
    if (isBold) sheet.rule(SUMS);
    sheet.y += 1;
    const size = isBold ? 10.5 : 9.5;
    sheet.text(label, SUMS, { size, isBold, colour: isBold ? COLOUR.ink : COLOUR.soft }).text(words.money(amount(fen)), PAGE.right, { size, isBold, align: 'right' });
    sheet.y += ROW;
  }
}

/** The sums of an invoice, from what the lines are to what is owed; what nothing was credited or paid of, has no row for it. */
export function sumsOf({ notes, payments, netMinor, taxMinor, grossMinor, owedMinor }: WholeInvoice, words: InvoiceWords): Sum[] {
  const credited = notes.reduce((sum, note) => sum + note.grossMinor, 0);
  const paid = payments.reduce((sum, { kind, amountMinor }) => (kind === 'payment' ? sum - amountMinor : sum + amountMinor), 0);
  const moved = ([[words.credited, credited], [words.paid, paid]] as const).filter(([, fen]) => fen !== 0);
  return [[words.net, netMinor], [words.tax, taxMinor], [words.gross, grossMinor, true], ...moved, [words.owed, owedMinor, true]];
}

/** To where, and with which words, is paid; where something is owed, and the operator has said where to. */
export function drawWayToPay(sheet: Sheet, { number, owedMinor }: WholeInvoice, { name, bank, account }: Payee, words: InvoiceWords): void {
  if (owedMinor <= 0 || !account) return;
  const rows = [[words.accountName, name], [words.bank, bank], [words.account, account], [words.reference, number]] as const;
  const height = rows.length * 16 + 40;
  if (!sheet.room(height + 12)) sheet.y += 12;
  const top = sheet.y;
  sheet.ground(height);
  sheet.y = top + 11;
  sheet.text(words.wayToPay, PAGE.left + 14, { size: 9.5, isBold: true });
  sheet.y += 19;
  for (const [label, value] of rows) {
    sheet.text(label, PAGE.left + 14, { colour: COLOUR.soft }).text(value, PAGE.left + 104);
    sheet.y += 16;
  }
  sheet.y = top + height;
}
