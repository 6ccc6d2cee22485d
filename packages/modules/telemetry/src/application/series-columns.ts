import { meanOf, type Bucket, type BucketPlan, type BucketSource } from '@tenon/domain/telemetry';
import { invalid } from '@tenon/kernel';

const FEWEST_POINTS = 10;
const MOST_POINTS = 4_000;

/** A series over a range in columns: the n-th entries belong together, and what has no points has no entry. */
export interface SeriesColumns {
  readonly seriesId: number;
  /** The coarsest that was read; parts that are out of date are always read from points. */
  readonly resolution: BucketSource;
  /** Null where each entry is one point. */
  readonly bucketMs: number | null;
  /** Start of the bucket, or the point's stamp, in milliseconds since the epoch. */
  readonly at: number[];
  readonly min: number[];
  readonly max: number[];
  readonly mean: number[];
  readonly last: number[];
  readonly count: number[];
}

/** @throws AppError (invalid) TELEMETRY.POINTS_INVALID unless a screen could show so many */
export function checkPoints(maxPoints: number): void {
  if (maxPoints >= FEWEST_POINTS && maxPoints <= MOST_POINTS) return;
  throw invalid('TELEMETRY.POINTS_INVALID', `A chart has ${FEWEST_POINTS} to ${MOST_POINTS} points.`, { maxPoints });
}

/** The columns of what was found, which must be in order of time. */
export function seriesColumns(seriesId: number, plan: BucketPlan, buckets: readonly Bucket[]): SeriesColumns {
  const isPoints = buckets.every(({ count }) => count === 1);
  return {
    seriesId,
    resolution: plan.source,
    bucketMs: isPoints ? null : plan.widthMs,
    at: buckets.map(({ fromMs, lastAtMs }) => (isPoints ? lastAtMs : fromMs)),
    min: buckets.map(({ min }) => min),
    max: buckets.map(({ max }) => max),
    mean: buckets.map(meanOf),
    last: buckets.map(({ last }) => last),
    count: buckets.map(({ count }) => count),
  };
}
