import { csvTotals } from './csv-totals.js';
import type { CsvTotals } from './csv-totals.js';
import { madeYearCsv } from './made-year-csv.js';
import type { MadeYear } from './made-year-csv.js';

/** What a made year adds up to; see `csvTotals`. */
export function madeYearTotals(madeYear: MadeYear, bandOf: (startMinute: number) => string): CsvTotals {
  return csvTotals(madeYearCsv(madeYear), bandOf);
}
