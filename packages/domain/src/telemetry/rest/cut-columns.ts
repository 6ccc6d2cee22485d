import { placeOf } from '../block/block-points.js';
import { FIGURES, figureOf, type BucketColumns, type Figure } from '../query/bucket-columns.js';

const MERGE: Readonly<Record<Figure, (known: number, later: number) => number>> = {
  count: (known, later) => known + later,
  sum: (known, later) => known + later,
  min: Math.min,
  max: Math.max,
  first: (known) => known,
  firstAtMs: (known) => known,
  last: (_, later) => later,
  lastAtMs: (_, later) => later,
};

/** What of the buckets begins in `[fromMs, toMs)`; shares their memory. */
export function columnsWithin(columns: BucketColumns, fromMs: number, toMs: number): BucketColumns {
  const starts = { atUs: columns.fromMs };
  const [from, to] = [placeOf(starts, fromMs), placeOf(starts, toMs)];
  return mapped(columns, (column) => column.subarray(from, to));
}

/** The buckets whose starts are chosen. */
export function columnsWhere(columns: BucketColumns, isChosen: (startMs: number) => boolean): BucketColumns {
  const isKept = columns.fromMs.map((startMs) => (isChosen(startMs) ? 1 : 0));
  return mapped(columns, (column) => column.filter((_, place) => isKept[place] === 1));
}

/** The parts in order of time, where none of them reaches into another, as nearly always. */
export function apartInOrder(parts: readonly BucketColumns[]): readonly BucketColumns[] | undefined {
  const sorted = parts.filter(({ fromMs }) => fromMs.length > 0).sort((a, b) => (a.fromMs[0] as number) - (b.fromMs[0] as number));
  return sorted.every(({ fromMs }, index) => index === 0 || (sorted[index - 1]?.fromMs.at(-1) as number) < (fromMs[0] as number)) ? sorted : undefined;
}

/** Parts of one series' buckets as one, in order of time, with the figures that all of them have; of two that begin at once the one of the later part stays. */
export function joinedColumns(parts: readonly BucketColumns[]): BucketColumns {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  const apart = apartInOrder(parts);
  return apart ? endToEnd(apart, figuresOf(parts)) : overlaid(parts, figuresOf(parts));
}

function figuresOf(parts: readonly BucketColumns[]): Figure[] {
  return FIGURES.filter((figure) => parts.every((part) => part.figures[figure]));
}

function endToEnd(parts: readonly BucketColumns[], figures: readonly Figure[]): BucketColumns {
  const length = parts.reduce((sum, { fromMs }) => sum + fromMs.length, 0);
  const joined = (columnOf: (part: BucketColumns) => Float64Array): Float64Array => {
    const column = new Float64Array(length);
    let at = 0;
    for (const part of parts) {
      column.set(columnOf(part), at);
      at += part.fromMs.length;
    }
    return column;
  };
  return { fromMs: joined(({ fromMs }) => fromMs), figures: Object.fromEntries(figures.map((figure) => [figure, joined((part) => figureOf(part, figure))])) };
}

function overlaid(parts: readonly BucketColumns[], figures: readonly Figure[]): BucketColumns {
  const places = new Map<number, readonly [part: BucketColumns, place: number]>();
  for (const part of parts) part.fromMs.forEach((startMs, place) => places.set(startMs, [part, place]));
  const starts = Float64Array.from(places.keys()).sort();
  const kept = Array.from(starts, (startMs) => places.get(startMs) as readonly [BucketColumns, number]);
  return { fromMs: starts, figures: Object.fromEntries(figures.map((figure) => [figure, Float64Array.from(kept, ([part, place]) => figureOf(part, figure)[place] as number)])) };
}

/** The buckets of one series in wider ones; what belongs to none is left out. @param startOf of the wider bucket in which one lies whole; ascends with it */
export function coarserColumns(columns: BucketColumns, startOf: (startMs: number) => number | undefined): BucketColumns {
  const starts: number[] = [];
  const places = new Int32Array(columns.fromMs.length).fill(-1);
  columns.fromMs.forEach((startMs, place) => {
    const wider = startOf(startMs);
    if (wider === undefined) return;
    if (starts.at(-1) !== wider) starts.push(wider);
    places[place] = starts.length - 1;
  });
  const fold = (figure: Figure, column: Float64Array): Float64Array => {
    const folded = new Float64Array(starts.length);
    let filled = -1;
    places.forEach((to, place) => {
      if (to < 0) return;
      const value = column[place] as number;
      folded[to] = to > filled ? value : MERGE[figure](folded[to] as number, value);
      filled = to;
    });
    return folded;
  };
  return { fromMs: Float64Array.from(starts), figures: Object.fromEntries(Object.entries(columns.figures).map(([figure, column]) => [figure, fold(figure as Figure, column)])) };
}

function mapped({ fromMs, figures }: BucketColumns, map: (column: Float64Array) => Float64Array): BucketColumns {
  return { fromMs: map(fromMs), figures: Object.fromEntries(Object.entries(figures).map(([figure, column]) => [figure, map(column)])) };
}
