const LETTERS = 26;
const FIRST = 'A'.charCodeAt(0);

/** What a spreadsheet calls a column: A for 0, AA for 26. */
export function columnName(column: number): string {
  const rest = Math.floor(column / LETTERS);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(FIRST + (column % LETTERS));
}
