// @ts-check

/** @typedef {number | boolean | string} CellValue */

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const LONGEST_TEXT = 4_096;

/**
 * Makes a reader of one column's cells. Whether the column holds numbers is settled by its first cell that is not empty, so that
 * one slip of a finger does not turn a chart into texts.
 * @returns {(cell: string) => { readonly value: CellValue | null } | { readonly fault: string }} null: nothing to send.
 */
export function createCellReader() {
  /** @type {boolean | null} */
  let isNumeric = null;
  return (cell) => {
    if (cell === '') return { value: null };
    isNumeric ??= NUMBER.test(cell);
    return isNumeric ? readNumber(cell) : readText(cell);
  };
}

/** @param {string} cell */
function readNumber(cell) {
  const number = NUMBER.test(cell) ? Number(cell) : Number.NaN;
  if (Number.isFinite(number)) return { value: number };
  return { fault: `"${brief(cell)}" is not a number` };
}

/** @param {string} cell */
function readText(cell) {
  if (cell === 'true' || cell === 'false') return { value: cell === 'true' };
  if (cell.includes('\uFFFD')) return { fault: `"${brief(cell)}" is not in UTF-8` };
  if (cell.includes('\0')) return { fault: `"${brief(cell)}" holds a NUL` };
  if (cell.length > LONGEST_TEXT) return { fault: `the text has ${cell.length} characters, and ${LONGEST_TEXT} is the most` };
  return { value: cell };
}

/** @param {string} text */
export function brief(text) {
  const shown = text.replace(/\p{Cc}/gu, '·');
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}
