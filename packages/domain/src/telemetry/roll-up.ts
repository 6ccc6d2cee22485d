import { type Aggregate, aggregateOf, mergeAggregates, type Point } from './aggregate.js';
import { bucketStartMs } from './plan-buckets.js';

/** The aggregate of the span `[fromMs, fromMs + width)`; the width is the list's, not the bucket's. */
export interface Bucket extends Aggregate {
  /** A whole multiple of the width from the Unix epoch. */
  readonly fromMs: number;
}

type Timed = readonly [fromMs: number, aggregate: Aggregate];

function collect(items: Iterable<Timed>, widthMs: number): Bucket[] {
  const byStart = new Map<number, Aggregate>();
  for (const [atMs, aggregate] of items) {
    const startMs = bucketStartMs(atMs, widthMs);
    const known = byStart.get(startMs);
    byStart.set(startMs, known ? mergeAggregates(known, aggregate) : aggregate);
  }
  return [...byStart].sort(([a], [b]) => a - b).map(([fromMs, aggregate]) => ({ ...aggregate, fromMs }));
}

/**
 * Sorts points into buckets. Points may come in any order and must be distinct; a bucket without points is absent.
 * @param widthMs bucket width in milliseconds, above 0
 * @returns buckets in order of time
 * @throws AppError (invalid) TELEMETRY.NOT_FINITE
 */
export function fromPoints(points: readonly Point[], widthMs: number): Bucket[] {
  const items = points.map((point): Timed => [point.atMs, aggregateOf(point)]);
  return collect(items, widthMs);
}

/**
 * Merges buckets into wider ones. Where `widthMs` is a multiple of the buckets' own width, the result is that of {@link fromPoints} on the raw points
 * (`sum` to the last bits of a double, since additions are grouped otherwise).
 * @returns buckets in order of time
 */
export function mergeBuckets(buckets: readonly Bucket[], widthMs: number): Bucket[] {
  const items = buckets.map(({ fromMs, ...aggregate }): Timed => [fromMs, aggregate]);
  return collect(items, widthMs);
}
