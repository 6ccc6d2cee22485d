import type { WholeInvoice } from '../application/invoice-view.js';
import type { Payee } from '../application/payee.js';
import { drawHead } from './invoice-head.js';
import { drawSums, drawWayToPay } from './invoice-sums.js';
import { drawTable } from './invoice-table.js';
import { EN, ZH } from './invoice-words.js';
import { COLOUR, PAGE, Sheet } from './sheet.js';

const SMALL = { size: 8, colour: COLOUR.soft } as const;

/** An invoice on paper, in one language. Amounts, numbers and dates are those of the invoice; nothing is reckoned here. The same invoice gives the same file. */
export function invoicePdf(invoice: WholeInvoice, payee: Payee, language: 'zh-CN' | 'en'): Promise<Buffer> {
  const words = language === 'en' ? EN : ZH;
  const title = `${words.title} ${invoice.number}`;
  const sheet = new Sheet({ title, subject: invoice.number, author: payee.name, madeAt: invoice.issuedAt, language });
  drawHead(sheet, invoice, payee, words);
  drawTable(sheet, invoice.lines, words);
  drawSums(sheet, invoice, words);
  drawWayToPay(sheet, invoice, payee, words);
  const note = { ...SMALL, width: PAGE.right - PAGE.left };
  if (!sheet.room(sheet.heightOf(words.note, note) + 14)) sheet.y += 14;
  sheet.text(words.note, PAGE.left, note);
  return sheet.end((page, pages) => {
    sheet.y = PAGE.bottom + 22;
    sheet.rule();
    sheet.y += 6;
    sheet.text(title, PAGE.left, SMALL).text(words.page(page, pages), PAGE.right, { ...SMALL, align: 'right' });
  });
}
