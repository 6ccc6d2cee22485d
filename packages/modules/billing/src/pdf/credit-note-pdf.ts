import { isoDate } from '@tenon/domain/energy';
import { DAY_MS } from '@tenon/kernel';
import type { WholeInvoice } from '../application/invoice-view.js';
import type { PaperLanguage } from '../application/paper.js';
import type { KeptLine, KeptNote } from '../persistence/read-invoice.repository.js';
import { amount } from './invoice-money.js';
import { drawSums } from './invoice-sums.js';
import { drawTable } from './invoice-table.js';
import { WORDS } from './invoice-words.js';
import { endPaper } from './paper-foot.js';
import { drawHead, type Parties } from './paper-head.js';
import { PAGE, Sheet } from './sheet.js';

/** The invoice's lines that a note takes back, with what it takes back of each. */
function creditedLines({ lines }: WholeInvoice, note: KeptNote): KeptLine[] {
  return note.lines.flatMap(({ lineNo, amountMinor, taxMinor }) => lines.filter((line) => line.lineNo === lineNo).map((line) => ({ ...line, amountMinor, taxMinor })));
}

/** A credit note on paper, in one language; amounts below zero, as the note has them. The same note gives the same file. */
export function creditNotePdf(invoice: WholeInvoice, note: KeptNote, parties: Parties, language: PaperLanguage): Promise<Buffer> {
  const words = WORDS[language];
  const { number, issuedOn, reason, grossMinor, taxMinor } = note;
  const title = `${words.creditNote} ${number}`;
  // The day alone is on it, and the same whoever asks.
  const sheet = new Sheet({ title, subject: number, author: parties.payee.name, madeAt: new Date(issuedOn * DAY_MS), language });
  const facts = [[words.number, number], [words.issuedOn, isoDate(issuedOn)], [words.ofInvoice, invoice.number]] as const;
  drawHead(sheet, { title: words.creditNote, sentence: words.isCredited(words.money(amount(grossMinor)), invoice.number), isUrgent: false, facts, buyer: invoice.buyer }, parties, words);
  drawReason(sheet, `${words.reason}  ${reason}`);
  drawTable(sheet, creditedLines(invoice, note), words);
  drawSums(sheet, [[words.net, grossMinor - taxMinor], [words.tax, taxMinor], [words.gross, grossMinor, true]], words);
  return endPaper(sheet, title, words.creditNoteNote, words);
}

function drawReason(sheet: Sheet, text: string): void {
  const look = { size: 9.5, width: PAGE.right - PAGE.left };
  sheet.text(text, PAGE.left, look);
  sheet.y += sheet.heightOf(text, look) + 14;
}
