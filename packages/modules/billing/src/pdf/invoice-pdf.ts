import { isoDate } from '@tenon/domain/energy';
import type { WholeInvoice } from '../application/invoice-view.js';
import type { PaperLanguage } from '../application/paper.js';
import { amount } from './invoice-money.js';
import { drawSums, drawWayToPay, sumsOf } from './invoice-sums.js';
import { drawTable } from './invoice-table.js';
import { WORDS, type InvoiceWords } from './invoice-words.js';
import { endPaper } from './paper-foot.js';
import { drawHead, type Parties } from './paper-head.js';
import { Sheet } from './sheet.js';

/** What stands with an invoice, in one sentence. */
function standing({ owedMinor, state, dueOn }: WholeInvoice, words: InvoiceWords): string {
  if (owedMinor < 0) return words.isToBePaidBack(words.money(amount(-owedMinor)));
  if (owedMinor === 0) return state === 'void' ? words.isVoid : words.isSettled;
  return words.isOwed(words.money(amount(owedMinor)), isoDate(dueOn));
}

/** An invoice on paper, in one language. Amounts, numbers and dates are those of the invoice; nothing is reckoned here. The same invoice gives the same file. */
export function invoicePdf(invoice: WholeInvoice, parties: Parties, language: PaperLanguage): Promise<Buffer> {
  const words = WORDS[language];
  const { number, issuedOn, dueOn, state, buyer, issuedAt, owedMinor } = invoice;
  const title = `${words.title} ${number}`;
  const sheet = new Sheet({ title, subject: number, author: parties.payee.name, madeAt: issuedAt, language });
  const facts = [[words.number, number], [words.issuedOn, isoDate(issuedOn)], [words.dueOn, isoDate(dueOn)], [words.standing, words.state[state]]] as const;
  drawHead(sheet, { title: words.title, sentence: standing(invoice, words), isUrgent: owedMinor > 0, facts, buyer }, parties, words);
  drawTable(sheet, invoice.lines, words);
  drawSums(sheet, sumsOf(invoice, words), words);
  drawWayToPay(sheet, invoice, parties.payee, words);
  return endPaper(sheet, title, words.note, words);
}
