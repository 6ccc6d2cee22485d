/** What a column's values are. `mixed`: whatever each looks like, as of a file in which one column has the values of many metrics. */
export const COLUMN_KINDS = ['number', 'boolean', 'text', 'mixed'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];
export type DecimalMark = '.' | ',';

/** Ways in which programs say that there is no value: Excel, PI, Wonderware, pandas, SQL. In lower case. */
export const USUAL_NO_VALUES: readonly string[] = ['-', '--', 'null', 'nan', 'n/a', '#n/a', 'na', 'none', 'bad', 'no data', 'bad input', '无', '空'];

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'on', '1', '是', '开', '真'].map((word) => [word, true] as const),
  ...['false', 'no', 'off', '0', '否', '关', '假'].map((word) => [word, false] as const),
]);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** Thousands apart: by the mark that is not the decimal one, by a blank or an apostrophe. */
const GROUPED = { '.': /^[+-]?\d{1,3}(?:([,'\u00a0\u202f ])\d{3})(?:\1\d{3})*(?:\.\d+)?$/, ',': /^[+-]?\d{1,3}(?:([.'\u00a0\u202f ])\d{3})(?:\1\d{3})*(?:,\d+)?$/ } as const;

/** Reads a number; `null` for what is none, and what a double cannot hold. Read to the nearest double. */
export function readNumber(text: string, mark: DecimalMark): number | null {
  const plain = plainNumber(text, mark);
  if (plain === null) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

function plainNumber(text: string, mark: DecimalMark): string | null {
  if (mark === '.' && NUMBER.test(text)) return text;
  if (mark === ',' && !text.includes('.') && NUMBER.test(text.replace(',', '.'))) return text.replace(',', '.');
  if (!GROUPED[mark].test(text)) return null;
  const digits = text.replace(mark === '.' ? /[,'\u00a0\u202f ]/g : /[.'\u00a0\u202f ]/g, '');
  return mark === ',' ? digits.replace(',', '.') : digits;
}

/** Reads a value of a kind; `null` for what is none. A text longer than may be stored is none either. */
export function readValue(text: string, kind: ColumnKind, { mark, maxText }: { readonly mark: DecimalMark; readonly maxText: number }): number | boolean | string | null {
  if (kind === 'number') return readNumber(text, mark);
  if (kind === 'boolean') return TRUTHS.get(text.toLowerCase()) ?? null;
  const found = kind === 'mixed' ? (readNumber(text, mark) ?? truthOf(text) ?? text) : text;
  return typeof found === 'string' && found.length > maxText ? null : found;
}

/** Of a mixed column only words are truths: its ones and zeros are numbers. */
function truthOf(text: string): boolean | null {
  const word = text.toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : null;
}
