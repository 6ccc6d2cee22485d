import { csvRows } from './csv-rows.js';

/** What a year's rows add up to, in whole hundredths of a kWh, so exactly. */
export interface CsvTotals {
  readonly rowCount: number;
  readonly yearHundredths: number;
  /** January to December. */
  readonly monthHundredths: readonly number[];
  /** By the names that `bandOf` gives. */
  readonly bandHundredths: Readonly<Record<string, number>>;
}

/**
 * Adds a year's rows up in the plainest way there is, with nothing of the product's own reckoning, so that the two can be held against
 * each other.
 * @param lines as for `csvRows`
 * @param bandOf names the tariff band of a quarter-hour by the minute of its day at which it starts, 0…1425
 */
export function csvTotals(lines: Iterable<string>, bandOf: (startMinute: number) => string): CsvTotals {
  const monthHundredths = Array.from({ length: 12 }, () => 0);
  const bandHundredths: Record<string, number> = {};
  let rowCount = 0;
  let yearHundredths = 0;
  for (const { month, endMinute, usageHundredths } of csvRows(lines)) {
    const band = bandOf(endMinute - 15);
    rowCount += 1;
    yearHundredths += usageHundredths;
    monthHundredths[month - 1]! += usageHundredths;
    bandHundredths[band] = (bandHundredths[band] ?? 0) + usageHundredths;
  }
  return { rowCount, yearHundredths, monthHundredths, bandHundredths };
}
