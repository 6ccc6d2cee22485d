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
  const [from, to] = [placeOfStart(columns, fromMs), placeOfStart(columns, toMs)];
  return mapped(columns, (column) => column.subarray(from, to));
}

/** The buckets whose starts are chosen. */
export function columnsWhere(columns: BucketColumns, isChosen: (startMs: number) => boolean): BucketColumns {
  const isKept = columns.fromMs.map((startMs) => (isChosen(startMs) ? 1 : 0));
  return mapped(columns, (column) => column.filter((_, place) => isKept[place] === 1));
}

/** Parts of one series' buckets as one, in order of time; of two that begin at once the one of the later part stays. */
export function joinedColumns(parts: readonly BucketColumns[]): BucketColumns {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  const places = new Map<number, readonly [part: BucketColumns, place: number]>();
  for (const part of parts) part.fromMs.forEach((startMs, place) => places.set(startMs, [part, place]));
  const starts = Float64Array.from(places.keys()).sort();
  const kept = Array.from(starts, (startMs) => places.get(startMs) as readonly [BucketColumns, number]);
  const figures = FIGURES.filter((figure) => parts.every((part) => part.figures[figure]));
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

/** The place of the first that does not begin before an instant. */
function placeOfStart({ fromMs }: BucketColumns, atMs: number): number {
  let [low, high] = [0, fromMs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((fromMs[middle] as number) < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
