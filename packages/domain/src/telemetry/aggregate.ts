import { invalid } from '@tenon/kernel';

/** One reading of a numeric series. */
export interface Point {
  /** Milliseconds since the Unix epoch; a fraction carries a server stamp's microseconds. */
  readonly atMs: number;
  readonly value: number;
}

/** What is kept of the points of one series in one span of time; it holds at least one point. All values are in the series' unit. */
export interface Aggregate {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  readonly firstAtMs: number;
  readonly first: number;
  readonly lastAtMs: number;
  readonly last: number;
}

/**
 * The aggregate of one point.
 * @throws AppError (invalid) TELEMETRY.NOT_FINITE
 */
export function aggregateOf({ atMs, value }: Point): Aggregate {
  if (!Number.isFinite(value) || !Number.isFinite(atMs)) {
    throw invalid('TELEMETRY.NOT_FINITE', 'A point has a finite time and a finite value.', { value: String(value), atMs: String(atMs) });
  }
  return { count: 1, min: value, max: value, sum: value, firstAtMs: atMs, first: value, lastAtMs: atMs, last: value };
}

/**
 * The aggregate of both spans together. Associative; of two points at one instant `a`'s is the first and `b`'s the last.
 * The spans must hold distinct points: a point in both is counted twice.
 */
export function mergeAggregates(a: Aggregate, b: Aggregate): Aggregate {
  const [head, tail] = [b.firstAtMs < a.firstAtMs ? b : a, b.lastAtMs >= a.lastAtMs ? b : a];
  return {
    count: a.count + b.count,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    sum: a.sum + b.sum,
    firstAtMs: head.firstAtMs,
    first: head.first,
    lastAtMs: tail.lastAtMs,
    last: tail.last,
  };
}

/** The plain mean of the points, each weighing the same whatever the time between them. */
export function meanOf({ sum, count }: Aggregate): number {
  return sum / count;
}
