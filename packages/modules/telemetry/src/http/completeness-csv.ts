import type { WholeStatement } from '../application/read-completeness.js';
import type { CompletenessLine } from '../application/completeness-lines.js';

const COLUMNS = ['month', 'revision', 'isFinal', 'madeAt', 'deviceId', 'name', 'basis', 'intervalMs', 'expected', 'kept', 'refused', 'refusedOfExpected', 'missing', 'repeats', 'late', 'clockRefused', 'missingMs', 'awayMs', 'longestGapMs', 'clockMedianMs', 'clockWorstMs', 'completeness'] as const;

/** Quoted where it must be (RFC 4180), and disarmed where a spreadsheet would take it for a formula. */
function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A statement as CSV, one machine a line, with the mark by which spreadsheets know UTF-8. */
export function completenessCsv({ month, statement, lines }: Pick<WholeStatement, 'month' | 'statement' | 'lines'>): string {
  const of = { month, revision: statement?.revision ?? 0, isFinal: statement?.isFinal ?? false, madeAt: statement?.madeAt.toISOString() ?? null };
  const row = (line: CompletenessLine): string => {
    const values: Readonly<Record<string, unknown>> = { ...of, ...line };
    return COLUMNS.map((column) => cell(values[column])).join(',');
  };
  return `\uFEFF${[COLUMNS.join(','), ...lines.map(row)].join('\r\n')}\r\n`;
}
