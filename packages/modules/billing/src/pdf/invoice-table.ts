import { isoDate } from '@tenon/domain/energy';
import type { KeptLine } from '../persistence/read-invoice.repository.js';
import { amount, count } from './invoice-money.js';
import type { InvoiceWords } from './invoice-words.js';
import { COLOUR, PAGE, type Sheet } from './sheet.js';

/** Where the amounts of tax end, and how wide is what stands before them. */
const TAX_ENDS = 448;
const WIDE = 320;

/** A line in words: what it is, and how it is reckoned. */
function said({ kind, planId, meter, fromDay, toDay, quantity, per, unitPriceMinor }: KeptLine, words: InvoiceWords): { what: string; how: string } {
  const [from, to, price] = [isoDate(fromDay), isoDate(toDay - 1), words.money(amount(unitPriceMinor))];
  if (kind === 'fee' || kind === 'credit') return { what: words.line[kind](words.plan[planId]), how: words.days(from, to, quantity, per, price) };
  return { what: words[kind](meter ? words.meter[meter] : ''), how: words.units(from, to, count(quantity), price, count(per)) };
}

function head(sheet: Sheet, words: InvoiceWords): void {
  const look = { size: 8, colour: COLOUR.soft };
  sheet.text(words.item, PAGE.left, look).text(words.ofWhichTax, TAX_ENDS, { ...look, align: 'right' }).text(words.amount, PAGE.right, { ...look, align: 'right' });
  sheet.y += 15;
  sheet.rule(PAGE.left, COLOUR.ink);
}

/** Lists what an invoice is for, over as many pages as that takes, with its head on each. */
export function drawTable(sheet: Sheet, lines: readonly KeptLine[], words: InvoiceWords): void {
  head(sheet, words);
  for (const [index, line] of lines.entries()) {
    const { what, how } = said(line, words);
    const [first, second] = [{ size: 9.5, width: WIDE }, { size: 8, width: WIDE, colour: COLOUR.soft }];
    const [whatHeight, howHeight] = [sheet.heightOf(what, first), sheet.heightOf(how, second)];
    if (sheet.room(whatHeight + howHeight + 12)) head(sheet, words);
    else if (index > 0) sheet.rule();
    sheet.y += 5;
    sheet.text(what, PAGE.left, first).text(amount(line.taxMinor), TAX_ENDS, { size: 9.5, align: 'right', colour: COLOUR.soft }).text(amount(line.amountMinor), PAGE.right, { size: 9.5, align: 'right' });
    sheet.y += whatHeight;
    sheet.text(how, PAGE.left, second);
    sheet.y += howHeight + 6;
  }
  sheet.rule(PAGE.left, COLOUR.ink);
}
