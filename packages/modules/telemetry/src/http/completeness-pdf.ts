import { COLOUR, PAGE, Sheet } from '@tenon/billing';
import type { CompletenessFigures } from '../application/completeness-lines.js';
import type { WholeStatement } from '../application/read-completeness.js';
import { hoursText, shareText, type CompletenessWords } from './completeness-words.js';

const SMALL = { size: 7.5, colour: COLOUR.soft } as const;
const ROW = { size: 7.5 } as const;
const NAME_WIDTH = 96;
/** Where each column of numbers is flush. */
const RIGHT = [190, 228, 262, 296, 328, 360, 402, 446, 492, 539] as const;
const ROW_HEIGHT = 13;

/** A statement as a paper: A4, all machines, the worst first. */
export function completenessPdf({ month, company, timeZone, statement, totals, lines }: WholeStatement, words: CompletenessWords, nowAt: Date): Promise<Buffer> {
  const title = words.title(month);
  const madeAt = statement?.madeAt ?? nowAt;
  const sheet = new Sheet({ title, subject: `completeness ${month}`, author: company, madeAt, language: words.language });
  sheet.text(title, PAGE.left, { size: 16, isBold: true });
  sheet.y += 24;
  sheet.text(company, PAGE.left, { size: 10 }).text(words.state(statement?.revision ?? 0, localText(madeAt, timeZone)), PAGE.right, { ...SMALL, align: 'right' });
  sheet.y += 22;
  head(sheet, words);
  if (totals) row(sheet, words.total, totals, true);
  for (const line of lines) {
    if (sheet.room(ROW_HEIGHT)) head(sheet, words);
    row(sheet, line.name, line, false);
  }
  note(sheet, words.note);
  if (statement && statement.changes.length > 0) note(sheet, `${words.changed}: ${statement.changes.map(({ name }) => name).join(', ')}`);
  return sheet.end((page, pages) => {
    sheet.y = PAGE.bottom + 22;
    sheet.rule();
    sheet.y += 6;
    sheet.text(title, PAGE.left, SMALL).text(words.page(page, pages), PAGE.right, { ...SMALL, align: 'right' });
  });
}

function head(sheet: Sheet, { columns }: CompletenessWords): void {
  columns.forEach((column, place) => (place === 0 ? sheet.text(column, PAGE.left, SMALL) : sheet.text(column, RIGHT[place - 1] ?? PAGE.right, { ...SMALL, align: 'right' })));
  sheet.y += ROW_HEIGHT;
  sheet.rule();
  sheet.y += 4;
}

function row(sheet: Sheet, name: string, figures: CompletenessFigures, isBold: boolean): void {
  const { expected, kept, refused, missing, repeats, late, missingMs, awayMs, longestGapMs, completeness } = figures;
  const numbers = [expected === null ? '—' : String(expected), ...[kept, refused].map(String), expected === null ? '—' : String(missing), ...[repeats, late].map(String), hoursText(missingMs), hoursText(awayMs), hoursText(longestGapMs), shareText(completeness)];
  sheet.text(cut(name), PAGE.left, { ...ROW, isBold });
  numbers.forEach((text, place) => sheet.text(text, RIGHT[place] ?? PAGE.right, { ...ROW, isBold, align: 'right' }));
  sheet.y += ROW_HEIGHT;
}

function note(sheet: Sheet, text: string): void {
  const look = { ...SMALL, width: PAGE.right - PAGE.left };
  sheet.y += 10;
  sheet.room(sheet.heightOf(text, look));
  sheet.text(text, PAGE.left, look);
  sheet.y += sheet.heightOf(text, look);
}

/** As much of a name as there is room for; Chinese takes twice the room. */
function cut(name: string): string {
  let width = 0;
  const shown = Array.from(name).filter((character) => (width += character > '\u2E80' ? 7.5 : 4.2) <= NAME_WIDTH);
  return shown.length < Array.from(name).length ? `${shown.slice(0, -1).join('')}…` : name;
}

function localText(at: Date, timeZone: string): string {
  return `${at.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })} (${timeZone})`;
}
