import { cellText, type CellStyles } from './cell-text.js';
import type { XmlListener } from './read-xml.js';

/** As Excel has them: columns of a sheet and characters of a cell. What a file says beyond them is one column more. */
const [MOST_COLUMNS, MOST_TEXT] = [16_384, 32_767];

/** The place of a column by its letters: 0 for `A`, 26 for `AA`. */
export function columnOf(reference: string): number {
  return [...(/^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Takes the rows of a sheet, one after the other. */
export interface RowTaker {
  add(row: number, cells: readonly string[]): void;
}

/** Hears a sheet and gathers its rows. Rows and cells say where they are, or stand behind the one before. */
export function sheetRows(gathered: RowTaker, styles: CellStyles): XmlListener {
  let [row, column, type, style, value, isValue, isSpoken] = [0, -1, 'n', 0, '', false, false];
  let cells: string[] = [];
  const put = (): void => {
    const text = cellText({ type, style, value }, styles);
    if (text === '' || column < 0) return;
    const place = Math.min(column, MOST_COLUMNS);
    while (cells.length < place) cells.push('');
    cells[place] = text;
  };
  const begin: Readonly<Record<string, (attributes: Readonly<Record<string, string>>) => void>> = {
    row: ({ r }) => ([row, column, cells] = [/^\d{1,7}$/.test(r ?? '') ? Number(r) : row + 1, -1, []]),
    c: ({ r, t, s }) => ([column, type, style, value] = [r ? columnOf(r) : column + 1, t ?? 'n', Number(s ?? 0), '']),
    rPh: () => (isSpoken = true),
  };
  const end: Readonly<Record<string, () => void>> = {
    c: put,
    row: () => gathered.add(row, cells),
    rPh: () => (isSpoken = false),
  };
  return {
    open(name, attributes) {
      begin[name]?.(attributes);
      isValue = (name === 'v' || name === 't') && !isSpoken;
    },
    text(piece) {
      if (isValue && value.length <= MOST_TEXT) value += piece;
    },
    close(name) {
      isValue = false;
      end[name]?.();
    },
  };
}
