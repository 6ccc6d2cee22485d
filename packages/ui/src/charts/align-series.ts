import { silences, type SilenceRule } from './silences.js';
import type { SeriesPoints, TimeSeries } from './time-series.js';

/** null breaks the line, undefined is passed over. */
export type Column = (number | null | undefined)[];

/** Series on one time axis, as the plotting library wants them. */
export interface AlignedSeries {
  readonly atMs: number[];
  /** Side by side with the series given: mean, and the band where there is one. */
  readonly columns: readonly { readonly value: Column; readonly min?: Column; readonly max?: Column }[];
}

interface Axis {
  readonly atMs: number[];
  readonly breaks: ReadonlySet<number>;
}

const NEVER_SILENT: SilenceRule = { overMs: Infinity };
const NO_AXIS: Axis = { atMs: [], breaks: new Set() };

/** The axis with one more instant in every silence, where the line is broken. */
function axisOf(points: SeriesPoints, rule: SilenceRule): Axis {
  const atMs = Array.from(points.atMs);
  const gaps = silences(points.atMs, rule);
  if (gaps.length === 0) return { atMs, breaks: new Set() };
  const breaks = gaps.map((index) => (atMs[index] ?? 0) + 1);
  return { atMs: [...atMs, ...breaks].sort((one, other) => one - other), breaks: new Set(breaks) };
}

function isSameAxis(series: readonly TimeSeries[]): boolean {
  const first = series[0]?.points.atMs;
  return series.every(({ points }) => points.atMs === first);
}

function merged(axes: readonly (readonly number[])[]): number[] {
  const all = new Float64Array(axes.reduce((count, axis) => count + axis.length, 0));
  let at = 0;
  for (const axis of axes) {
    all.set(axis, at);
    at += axis.length;
  }
  all.sort();
  const distinct: number[] = [];
  for (const atMs of all) if (atMs !== distinct[distinct.length - 1]) distinct.push(atMs);
  return distinct;
}

function fillBack(column: Column, index: number): void {
  for (let at = index - 1; at >= 0 && column[at] === undefined; at -= 1) column[at] = null;
}

function laid(values: ArrayLike<number | null>, own: ArrayLike<number>, axis: readonly number[], breaks: ReadonlySet<number>): Column {
  const column: Column = new Array<number | null | undefined>(axis.length).fill(undefined);
  let from = 0;
  // Rows that are only another series' must not bridge a gap: in one, they are gap too.
  let isInGap = false;
  for (const [index, atMs] of axis.entries()) {
    if (own[from] === atMs) {
      const value = values[from];
      column[index] = value === undefined || Number.isNaN(value) ? null : value;
      isInGap = column[index] === null;
      if (isInGap) fillBack(column, index);
      from += 1;
    } else if (isInGap || breaks.has(atMs)) {
      column[index] = null;
      isInGap = true;
    }
  }
  return column;
}

/**
 * Lays series on one axis. Where one has no reading the line runs on; where it fell silent by the rule, or says null, the
 * line breaks: nothing is drawn that was not measured.
 */
export function alignSeries(series: readonly TimeSeries[], rule: SilenceRule = NEVER_SILENT): AlignedSeries {
  const owners = isSameAxis(series) ? series.slice(0, 1) : series;
  const axes = owners.map(({ points }) => axisOf(points, rule));
  const [first = NO_AXIS, ...others] = axes;
  const atMs = others.length === 0 ? first.atMs : merged(axes.map((axis) => axis.atMs));
  const columns = series.map(({ points }, index) => {
    const { breaks } = axes[index] ?? first;
    const lay = (values: ArrayLike<number | null>): Column => laid(values, points.atMs, atMs, breaks);
    return { value: lay(points.value), ...(points.min && points.max ? { min: lay(points.min), max: lay(points.max) } : {}) };
  });
  return { atMs, columns };
}

/** The reading at or before an index of the axis, not further back than the last gap. */
export function readingAt(column: Column, index: number): number | null {
  for (let at = index; at >= 0; at -= 1) {
    const value = column[at];
    if (value === null) return null;
    if (value !== undefined) return value;
  }
  return null;
}

/** The last reading of all; null if there is none. */
export function lastReading(column: Column): number | null {
  for (let at = column.length - 1; at >= 0; at -= 1) {
    const value = column[at];
    if (value !== null && value !== undefined) return value;
  }
  return null;
}

/** Whether a band is seen: somewhere the least and the greatest of an interval differ. */
export function hasBand({ min, max }: AlignedSeries['columns'][number]): boolean {
  if (!min || !max) return false;
  return min.some((lowest, at) => typeof lowest === 'number' && (max[at] ?? lowest) > lowest);
}

/** The indices of readings with a break or nothing on either side: a line would not show them. */
export function loneReadings(column: ArrayLike<number | null | undefined>): number[] {
  const lone: number[] = [];
  let run = 0;
  let last = -1;
  for (let index = 0; index <= column.length; index += 1) {
    const value = index < column.length ? column[index] : null;
    if (value === null) {
      if (run === 1) lone.push(last);
      run = 0;
    } else if (value !== undefined) {
      run += 1;
      last = index;
    }
  }
  return lone;
}
