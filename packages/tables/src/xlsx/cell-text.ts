const DAY_MS = 86_400_000;
/** Day 0 of Excel's two calendars. From 1900 on it counts a 29 February 1900, which never was: hence the day before. */
const DAY_ZERO = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };
/** As many digits as Excel computes with, and shows. */
const DIGITS = 15;

export interface CellStyles {
  readonly strings: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly isFrom1904: boolean;
}

/** A cell as it stands in the sheet. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
}

/** A day, a time or both, in ISO 8601 without a zone: a spreadsheet has none. */
function dateText(days: number, isFrom1904: boolean): string {
  const at = new Date(Math.round(days * DAY_MS) + (isFrom1904 ? DAY_ZERO.from1904 : DAY_ZERO.from1900));
  if (Number.isNaN(at.getTime())) return String(days);
  const [day = '', time = ''] = at.toISOString().replace(/(\.000)?Z$/, '').split('T');
  if (days < 1) return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}

function numberText(value: string, style: number, { dateStyles, isFrom1904 }: CellStyles): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  return dateStyles.has(style) && number >= 0 ? dateText(number, isFrom1904) : String(Number(number.toPrecision(DIGITS)));
}

/** What a cell says, as text. @see ECMA-376 part 1, 18.18.11: types of cells */
export function cellText({ type, style, value }: RawCell, styles: CellStyles): string {
  switch (type) {
    case 's':
      return styles.strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      return numberText(value, style, styles);
    default:
      // A formula's text, a text of its own, a day in ISO 8601, an error as it is shown.
      return value;
  }
}
