import type { Payee } from '../application/payee.js';
import type { Buyer } from '../persistence/invoice.repository.js';
import type { InvoiceWords } from './invoice-words.js';
import { COLOUR, PAGE, type Sheet } from './sheet.js';

/** The mark, on a field of 24 (`packages/ui/src/marks/tenon-mark.tsx`). */
const MARK = [
  ['M1.5 3H22.5V10.5H15V6H9V10.5H1.5Z', COLOUR.ink],
  ['M10.5 7.5H13.5V12H16.5V21H7.5V12H10.5Z', COLOUR.accent],
] as const;
const MIDDLE = 304;
const WIDE = MIDDLE - PAGE.left - 16;
/** Beside the buyer's name, flush with the end of its column. */
const LOGO = { width: 44, height: 44 } as const;

type Fact = readonly [label: string, value: string | null];

/** Who is on a paper beside its buyer's name. */
export interface Parties {
  readonly payee: Payee;
  /** The buyer's logo as PNG, opaque; null without. */
  readonly logo: Buffer | null;
}

/** What stands at the head of a paper. */
export interface PaperHead {
  readonly title: string;
  /** What the paper says, in one sentence, and whether that needs a hand. */
  readonly sentence: string;
  readonly isUrgent: boolean;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly buyer: Buyer;
}

/** The name of a side, and what else there is of it. */
function side(sheet: Sheet, x: number, title: string, name: string, facts: readonly Fact[], width = WIDE): void {
  const label = { size: 8, width, colour: COLOUR.soft };
  sheet.text(title, x, label);
  sheet.y += 14;
  const look = { size: 10, width, isBold: true };
  sheet.text(name, x, look);
  sheet.y += sheet.heightOf(name, look) + 2;
  for (const [of, value] of facts) {
    if (!value) continue;
    const text = of ? `${of}  ${value}` : value;
    sheet.text(text, x, label);
    sheet.y += sheet.heightOf(text, label) + 1;
  }
}

/** Draws whose paper it is, what it says, and both sides of it. */
export function drawHead(sheet: Sheet, { title, sentence, isUrgent, facts, buyer }: PaperHead, { payee, logo }: Parties, words: InvoiceWords): void {
  sheet.y = 50;
  sheet.outlines(MARK, PAGE.left - 2, 1.25);
  sheet.y = 54;
  sheet.text(words.platform, PAGE.left + 35, { size: 14, isBold: true });
  sheet.y = 47;
  sheet.text(title, PAGE.right, { size: 21, isBold: true, align: 'right' });
  sheet.y = 100;
  const look = { size: 14, isBold: true, width: PAGE.right - PAGE.left, colour: isUrgent ? COLOUR.accent : COLOUR.ink };
  sheet.text(sentence, PAGE.left, look);
  sheet.y += sheet.heightOf(sentence, look) + 12;
  sheet.rule();
  sheet.y += 9;
  for (const [index, [label, value]] of facts.entries()) {
    const x = PAGE.left + (index * (PAGE.right - PAGE.left)) / facts.length;
    sheet.text(label, x, { size: 8, colour: COLOUR.soft });
    sheet.y += 13;
    sheet.text(value, x, { size: 10 });
    sheet.y -= 13;
  }
  sheet.y += 36;
  sheet.rule();
  sheet.y += 12;
  const top = sheet.y;
  const shown = ({ taxNumber, addressAndPhone }: Pick<Buyer, 'taxNumber' | 'addressAndPhone'>): Fact[] => [[words.taxNumber, taxNumber], ['', addressAndPhone]];
  if (logo) sheet.picture(logo, MIDDLE - 16 - LOGO.width, LOGO);
  side(sheet, PAGE.left, words.buyer, buyer.name, [...shown(buyer), [words.bank, buyer.bank], [words.account, buyer.account]], logo ? WIDE - LOGO.width - 12 : WIDE);
  const left = sheet.y;
  sheet.y = top;
  side(sheet, MIDDLE, words.payee, payee.name, shown(payee));
  sheet.y = Math.max(left, sheet.y) + 24;
}
