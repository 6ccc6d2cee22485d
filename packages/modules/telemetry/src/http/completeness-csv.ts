import type { WholeStatement } from '../application/read-completeness.js';
import type { CompletenessLine } from '../application/completeness-lines.js';
import { csvCell, UTF_8_MARK } from './csv-cell.js';

const COLUMNS = ['month', 'revision', 'isFinal', 'madeAt', 'deviceId', 'name', 'basis', 'intervalMs', 'expected', 'kept', 'refused', 'refusedOfExpected', 'missing', 'repeats', 'late', 'clockRefused', 'missingMs', 'awayMs', 'longestGapMs', 'clockMedianMs', 'clockWorstMs', 'completeness'] as const;

/** A statement as CSV, one machine a line, with the mark by which spreadsheets know UTF-8. */
export function completenessCsv({ month, statement, lines }: Pick<WholeStatement, 'month' | 'statement' | 'lines'>): string {
  const of = { month, revision: statement?.revision ?? 0, isFinal: statement?.isFinal ?? false, madeAt: statement?.madeAt.toISOString() ?? null };
  const row = (line: CompletenessLine): string => {
    const values: Readonly<Record<string, unknown>> = { ...of, ...line };
    return COLUMNS.map((column) => csvCell(values[column])).join(',');
  };
  return `${UTF_8_MARK}${[COLUMNS.join(','), ...lines.map(row)].join('\r\n')}\r\n`;
}
