import type { Column } from './column.js';

/** Without it a spreadsheet takes Chinese for something else. */
const BYTE_ORDER_MARK = '\ufeff';
/** What a spreadsheet would reckon with instead of showing it (OWASP, *CSV Injection*). */
const RECKONED = /^[=+\-@\t\r]/;

function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const plain = RECKONED.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Rows as a CSV file (RFC 4180, UTF-8 with its mark), under the headers of those columns that have a plain text. */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const written = columns.filter((column) => column.text !== undefined);
  const lines = [written.map(({ header }) => cell(header)), ...rows.map((row) => written.map(({ text }) => cell(text?.(row) ?? null)))];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.join(',')}\r\n`).join('');
}
