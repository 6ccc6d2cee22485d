import type { Scale } from './linear-scale.js';

/** Readings by column, each from its start for `bucketMs`; null where each is a single reading. */
export interface OverviewPoints {
  /** Ascending, ms since the epoch. */
  readonly atMs: readonly number[];
  readonly value: readonly number[];
  readonly min: readonly number[];
  readonly max: readonly number[];
  readonly bucketMs: number | null;
}

/** From what silence the line is broken, in columns. */
const SILENT_COLUMNS = 1.6;
const THINNEST_PX = 1;

/** Lowest and highest of all, set apart where they are one. */
export function overviewExtent({ min, max }: OverviewPoints): readonly [number, number] {
  const [low, high] = [min.reduce((a, b) => Math.min(a, b), Infinity), max.reduce((a, b) => Math.max(a, b), -Infinity)];
  if (low > high) return [0, 1];
  return low === high ? [low - 1, high + 1] : [low, high];
}

const round = (px: number): string => px.toFixed(1);

/** The band between lowest and highest, a block a column; nothing where each is a single reading. */
export function overviewBand({ atMs, min, max, bucketMs }: OverviewPoints, x: Scale, y: Scale): string {
  if (bucketMs === null) return '';
  return atMs
    .map((at, index) => {
      const [top, bottom] = [y(max[index] ?? 0), y(min[index] ?? 0)];
      return `M${round(x(at))} ${round(top)}H${round(x(at + bucketMs))}V${round(Math.max(bottom, top + THINNEST_PX))}H${round(x(at))}Z`;
    })
    .join('');
}

/** The line through the columns' middles, lifted over silences; a column alone is a short stroke. */
export function overviewLine({ atMs, value, bucketMs }: OverviewPoints, x: Scale, y: Scale): string {
  const halfMs = (bucketMs ?? 0) / 2;
  return atMs
    .map((at, index) => {
      const before = atMs[index - 1];
      const isGoingOn = before !== undefined && (bucketMs === null || at - before <= SILENT_COLUMNS * bucketMs);
      const place = `${round(x(at + halfMs))} ${round(y(value[index] ?? 0))}`;
      return isGoingOn ? `L${place}` : `M${place}h${THINNEST_PX}`;
    })
    .join('');
}
