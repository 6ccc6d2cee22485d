import { invalid } from '@tenon/kernel';
import { csvRows } from './csv-rows.js';

/** One booking on a bank statement: money that came in. */
export interface StatementEntry {
  /** `YYYY-MM-DD`. */
  readonly bookedOn: string;
  /** In fen, above zero. */
  readonly amountMinor: number;
  readonly payer: string;
  /** What the payer wrote (附言、摘要). */
  readonly reference: string;
  /** The bank's own number of the booking (流水号), by which one is known again. */
  readonly bankReference: string;
}

/** Heads of the columns, in Chinese and in English; a statement may have others beside them. */
const HEADS: Readonly<Record<keyof StatementEntry, readonly string[]>> = {
  bookedOn: ['日期', '交易日期', 'date'],
  amountMinor: ['金额', '收入金额', '贷方金额', 'amount'],
  payer: ['付款方', '对方户名', '付款方户名', 'payer'],
  reference: ['附言', '摘要', '用途', 'reference'],
  bankReference: ['流水号', '交易流水号', 'id'],
};
const FIELDS = Object.keys(HEADS) as (keyof StatementEntry)[];
const LONGEST = 500;

/** Most bookings of one statement: a month of a busy account. */
export const MOST_ENTRIES = 5_000;

/** Yuan as banks write them, `1,234.50`, as fen; null for what is no such amount. Whole numbers only, so that nothing is rounded. */
export function fenOf(text: string): number | null {
  const [, sign = '', yuan = '', fen = ''] = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.trim().replace(/^[¥￥]/, '')) ?? [];
  if (yuan === '') return null;
  const minor = Number(yuan.replaceAll(',', '')) * 100 + Number(fen.padEnd(2, '0'));
  return sign === '-' ? -minor : minor;
}

/** A date as banks write it, `2026-11-05`, `2026/11/5` or `20261105`; null for what is none. */
export function dayOf(text: string): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/]?(\d{1,2})[-/]?(\d{1,2})(?:\s.*)?$/.exec(text.trim()) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? iso : null;
}

function columnsOf(head: readonly string[]): Readonly<Record<keyof StatementEntry, number>> {
  const heads = head.map((each) => each.trim().toLowerCase());
  const at = FIELDS.map((field) => [field, heads.findIndex((each) => HEADS[field].includes(each))] as const);
  const missing = at.filter(([, index]) => index < 0).flatMap(([field]) => HEADS[field].slice(0, 1));
  if (missing.length > 0) throw invalid('STATEMENT.COLUMNS', 'Columns are missing in the first row.', { missing });
  return Object.fromEntries(at) as Record<keyof StatementEntry, number>;
}

/**
 * The bookings of a statement that came in; what went out, and rows without an amount, are passed over.
 * @param text CSV with a head: date, amount, payer, reference and number of the booking
 * @throws AppError (invalid) STATEMENT.COLUMNS with those that are missing; STATEMENT.ROW with the row, from 1, that cannot be read;
 * STATEMENT.TOO_LONG beyond {@link MOST_ENTRIES}
 */
export function statementEntries(text: string): StatementEntry[] {
  const [head = [], ...rows] = csvRows(text);
  const columns = columnsOf(head);
  if (rows.length > MOST_ENTRIES) throw invalid('STATEMENT.TOO_LONG', 'That is too much for one statement.', { most: MOST_ENTRIES });
  return rows.flatMap((row, index) => {
    const cell = (field: keyof StatementEntry): string => (row[columns[field]] ?? '').trim();
    if (cell('amountMinor') === '') return [];
    const [bookedOn, amountMinor, bankReference] = [dayOf(cell('bookedOn')), fenOf(cell('amountMinor')), cell('bankReference')];
    if (bookedOn === null || amountMinor === null || bankReference === '' || row.some((each) => each.length > LONGEST)) {
      throw invalid('STATEMENT.ROW', 'This row cannot be read.', { row: index + 2 });
    }
    return amountMinor > 0 ? [{ bookedOn, amountMinor, bankReference, payer: cell('payer'), reference: cell('reference') }] : [];
  });
}
