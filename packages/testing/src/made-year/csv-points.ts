import { csvRows } from './csv-rows.js';

/** One reading: the instant its quarter-hour ends, and the kWh used in it. */
export interface CsvPoint {
  readonly atMs: number;
  readonly value: number;
}

/**
 * A year's rows as the readings a device would have sent.
 * @param lines as for `csvRows`
 * @param offsetMs what the plant's clock is ahead of UTC all year round (Asia/Shanghai: 28 800 000)
 */
export function csvPoints(lines: Iterable<string>, offsetMs: number): CsvPoint[] {
  return Array.from(csvRows(lines), ({ year, month, day, endMinute, usageHundredths }) => ({
    atMs: Date.UTC(year, month - 1, day, 0, endMinute) - offsetMs,
    value: usageHundredths / 100,
  }));
}
