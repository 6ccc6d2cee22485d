import { figureOf, type BucketColumns, type Figure } from './bucket-columns.js';

type Merge = (known: number, other: number) => number;
const MERGE: Readonly<Partial<Record<Figure, Merge>>> = { count: (a, b) => a + b, sum: (a, b) => a + b, min: Math.min, max: Math.max };
/** Which of two is decided by which came first, or last. */
const BY_TIME = [
  ['first', 'firstAtMs', (at: number, known: number) => at < known],
  ['last', 'lastAtMs', (at: number, known: number) => at >= known],
] as const;

/**
 * Grows by columns over one grid of buckets: of parts of one series, or of many series as if their points were one series'. The points must be distinct, as of
 * `mergeAggregates`; of two first or last ones of one instant, `first` keeps the one added earlier and `last` takes the one added later.
 */
export class PooledColumns {
  private readonly places: ReadonlyMap<number, number>;
  private readonly series: Float64Array;
  private readonly grown: Readonly<Partial<Record<Figure, Float64Array>>>;

  /** @param startsMs of the buckets, ascending; what lies in no such bucket is left out */
  constructor(
    private readonly startsMs: ArrayLike<number>,
    private readonly wanted: readonly Figure[],
  ) {
    this.places = new Map(Array.from(startsMs, (startMs, place) => [startMs, place]));
    this.series = new Float64Array(startsMs.length);
    this.grown = Object.fromEntries(wanted.map((figure) => [figure, new Float64Array(startsMs.length)]));
  }

  add(columns: BucketColumns): void {
    for (const [index, startMs] of columns.fromMs.entries()) {
      const place = this.places.get(startMs);
      if (place === undefined) continue;
      if (this.series[place] === 0) this.put(columns, index, place);
      else this.merge(columns, index, place);
      this.series[place] = (this.series[place] as number) + 1;
    }
  }

  /** Those with points. */
  columns(): BucketColumns {
    const filled = Array.from(this.series.keys()).filter((place) => (this.series[place] as number) > 0);
    const some = (column: ArrayLike<number>): Float64Array => Float64Array.from(filled, (place) => column[place] as number);
    return { fromMs: some(this.startsMs), figures: Object.fromEntries(this.wanted.map((figure) => [figure, some(this.grown[figure] as Float64Array)])) };
  }

  /** How many added columns have each of these buckets. */
  seriesOf({ fromMs }: BucketColumns): number[] {
    return Array.from(fromMs, (startMs) => this.series[this.places.get(startMs) ?? -1] ?? 0);
  }

  private put(columns: BucketColumns, index: number, place: number): void {
    for (const figure of this.wanted) (this.grown[figure] as Float64Array)[place] = figureOf(columns, figure)[index] as number;
  }

  private merge(columns: BucketColumns, index: number, place: number): void {
    for (const figure of this.wanted) {
      const merged = MERGE[figure];
      const grown = this.grown[figure] as Float64Array;
      if (merged) grown[place] = merged(grown[place] as number, figureOf(columns, figure)[index] as number);
    }
    for (const [figure, at, wins] of BY_TIME) {
      const [values, ats] = [this.grown[figure], this.grown[at]];
      const atMs = columns.figures[at]?.[index];
      if (!values || !ats || atMs === undefined || !wins(atMs, ats[place] as number)) continue;
      values[place] = figureOf(columns, figure)[index] as number;
      ats[place] = atMs;
    }
  }
}
