import type { InstantRange } from '../range/range.js';
import type { AlignedSeries, Column } from './align-series.js';
import type { TimeSeries } from './time-series.js';

/** More rows than this nobody reads; an export is the place for them. */
export const MOST_ROWS = 300;

export interface SeriesRows {
  readonly heads: readonly { readonly key: string; readonly text: string; readonly unit: string | undefined; readonly precision: number | undefined }[];
  readonly rows: readonly { readonly atMs: number; readonly values: readonly (number | null | undefined)[] }[];
  readonly isShortened: boolean;
}

/** The newest rows of the range in which any series has a reading. */
export function tableRows(aligned: AlignedSeries, series: readonly TimeSeries[], range: InstantRange, names: { readonly min?: string; readonly max?: string }): SeriesRows {
  const columns: Column[] = [];
  const heads = series.flatMap((one, index) => {
    const column = aligned.columns[index];
    const head = (part: string, text: string): SeriesRows['heads'][number] => ({ key: `${one.id}-${part}`, text, unit: one.unit, precision: one.precision });
    columns.push(column?.value ?? []);
    if (!column?.min || !column.max || names.min === undefined || names.max === undefined) return [head('value', one.label)];
    columns.push(column.min, column.max);
    return [head('value', one.label), head('min', names.min), head('max', names.max)];
  });
  const rows: { atMs: number; values: (number | null | undefined)[] }[] = [];
  for (let at = aligned.atMs.length - 1; at >= 0 && rows.length <= MOST_ROWS; at -= 1) {
    const atMs = aligned.atMs[at] ?? 0;
    const values = columns.map((column) => column[at]);
    const isRead = values.some((value) => value !== null && value !== undefined);
    if (isRead && atMs >= range.fromMs && atMs <= range.toMs) rows.push({ atMs, values });
  }
  return { heads, rows: rows.slice(0, MOST_ROWS), isShortened: rows.length > MOST_ROWS };
}
