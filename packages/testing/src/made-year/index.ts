/**
 * A year of a plant's electricity that anyone can make again from a seed, and its totals reckoned without the product's code: what demos replay
 * and tests hold the product against.
 */
export { madeYearCsv } from './made-year-csv.js';
export type { MadeYear } from './made-year-csv.js';
export { madeYearTotals } from './made-year-totals.js';
export { csvTotals } from './csv-totals.js';
export type { CsvTotals } from './csv-totals.js';
export { csvPoints } from './csv-points.js';
export type { CsvPoint } from './csv-points.js';
