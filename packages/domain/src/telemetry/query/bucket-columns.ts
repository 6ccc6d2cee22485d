import { bug } from '@tenon/kernel';
import type { Bucket } from '../roll-up.js';
import type { AggregateName } from './aggregate-name.js';

/** What is kept of a bucket's points, of which every aggregate can be told and merged. */
export const FIGURES = ['count', 'min', 'max', 'sum', 'first', 'last', 'firstAtMs', 'lastAtMs'] as const;
export type Figure = (typeof FIGURES)[number];

/** Buckets of one series in columns: the n-th entries belong together, in order of time; one without points is absent. Of the figures, those that were asked for. */
export interface BucketColumns {
  readonly fromMs: Float64Array;
  readonly figures: Readonly<Partial<Record<Figure, Float64Array>>>;
}

const NEEDED: Readonly<Record<AggregateName, readonly Figure[]>> = {
  count: [],
  min: ['min'],
  max: ['max'],
  mean: ['sum'],
  sum: ['sum'],
  first: ['first', 'firstAtMs'],
  last: ['last', 'lastAtMs'],
};

/** The figures that these aggregates are told of; how many points there were is always among them. */
export function figuresFor(names: readonly AggregateName[]): Figure[] {
  const wanted = new Set<Figure>(['count', ...names.flatMap((name) => NEEDED[name])]);
  return FIGURES.filter((figure) => wanted.has(figure));
}

/** One figure. @throws AppError (bug) TELEMETRY.FIGURE if it was not asked for */
export function figureOf({ figures }: BucketColumns, figure: Figure): Float64Array {
  const column = figures[figure];
  if (!column) throw bug('TELEMETRY.FIGURE', 'A figure is read that was not asked for.', { figure });
  return column;
}

/** An aggregate of each bucket. A mean is the sum by the count, so each point weighs the same, however many machines it is of. */
export function aggregateColumn(columns: BucketColumns, name: AggregateName): Float64Array {
  if (name !== 'mean') return figureOf(columns, name);
  const count = figureOf(columns, 'count');
  return figureOf(columns, 'sum').map((sum, place) => sum / (count[place] as number));
}

/** The same buckets in columns. */
export function columnsOfBuckets(buckets: readonly Bucket[], figures: readonly Figure[]): BucketColumns {
  return { fromMs: Float64Array.from(buckets, ({ fromMs }) => fromMs), figures: Object.fromEntries(figures.map((figure) => [figure, Float64Array.from(buckets, (bucket) => bucket[figure])])) };
}

/** Columns with all figures as buckets. */
export function bucketsOfColumns(columns: BucketColumns): Bucket[] {
  const [count, min, max, sum, first, last, firstAtMs, lastAtMs] = FIGURES.map((figure) => figureOf(columns, figure)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const at = (column: Float64Array, place: number): number => column[place] as number;
  return Array.from(columns.fromMs, (fromMs, place) => ({ fromMs, count: at(count, place), min: at(min, place), max: at(max, place), sum: at(sum, place), first: at(first, place), last: at(last, place), firstAtMs: at(firstAtMs, place), lastAtMs: at(lastAtMs, place) }));
}
