import type { InvoiceWords } from './invoice-words.js';
import { COLOUR, PAGE, type Sheet } from './sheet.js';

const SMALL = { size: 8, colour: COLOUR.soft } as const;

/** Ends a paper with a note, and gives each page its foot: what paper it is of, and which page. */
export function endPaper(sheet: Sheet, title: string, note: string, words: InvoiceWords): Promise<Buffer> {
  const look = { ...SMALL, width: PAGE.right - PAGE.left };
  if (!sheet.room(sheet.heightOf(note, look) + 14)) sheet.y += 14;
  sheet.text(note, PAGE.left, look);
  return sheet.end((page, pages) => {
    sheet.y = PAGE.bottom + 22;
    sheet.rule();
    sheet.y += 6;
    sheet.text(title, PAGE.left, SMALL).text(words.page(page, pages), PAGE.right, { ...SMALL, align: 'right' });
  });
}
