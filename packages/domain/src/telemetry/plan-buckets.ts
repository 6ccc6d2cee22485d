import { DAY_MS, HOUR_MS, invalid, MINUTE_MS, SECOND_MS, type TimeRange } from '@tenon/kernel';

/** Where a chart's numbers are read from: stored points, or the aggregates kept by minute or by hour. */
export type BucketSource = 'raw' | 'minute' | 'hour';

/** How a chart divides its range. */
export interface BucketPlan {
  readonly source: BucketSource;
  readonly widthMs: number;
  /** Start of the first bucket, a whole multiple of `widthMs` from the Unix epoch; not after the range's start. */
  readonly fromMs: number;
  /** End of the last bucket. */
  readonly toMs: number;
  /** `(toMs - fromMs) / widthMs`, between 0 and the points allowed. */
  readonly count: number;
}

/** What {@link planBuckets} is asked. */
export interface BucketQuestion {
  readonly range: TimeRange;
  /** Most buckets wanted, a whole number from 1: about the chart's width in pixels. */
  readonly maxPoints: number;
  /** The clock, where the range may reach past it: nothing is planned for what has not happened. */
  readonly nowMs?: number;
}

/**
 * Bucket widths that a person can read off an axis, from one second to thirty days. Each step from a minute up is whole minutes, and from an hour up
 * whole hours, so that buckets are made of whole aggregates.
 */
export const BUCKET_WIDTHS_MS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 7, 30].map((days) => days * DAY_MS),
];

const WIDEST_MS = 30 * DAY_MS;

/** Start of the bucket that holds an instant: the multiple of `widthMs` from the Unix epoch at or before it. */
export function bucketStartMs(atMs: number, widthMs: number): number {
  return Math.floor(atMs / widthMs) * widthMs;
}

function divide({ fromMs, toMs }: TimeRange, widthMs: number): Omit<BucketPlan, 'source'> {
  const start = bucketStartMs(fromMs, widthMs);
  const count = toMs > fromMs ? Math.ceil((toMs - start) / widthMs) : 0;
  return { widthMs, fromMs: start, toMs: start + count * widthMs, count };
}

/** The narrowest of the nice widths that needs at most `maxPoints` buckets; past the widest, it doubles until they do. */
function narrowest(range: TimeRange, maxPoints: number): Omit<BucketPlan, 'source'> {
  for (const widthMs of BUCKET_WIDTHS_MS) {
    const plan = divide(range, widthMs);
    if (plan.count <= maxPoints) return plan;
  }
  // Ends, because times are not negative: a width beyond the range's end puts all of it into the first bucket.
  for (let widthMs = 2 * WIDEST_MS; ; widthMs *= 2) {
    const plan = divide(range, widthMs);
    if (plan.count <= maxPoints) return plan;
  }
}

function check({ range, maxPoints }: BucketQuestion): void {
  const isSpan = range.fromMs >= 0 && range.fromMs < range.toMs && Number.isSafeInteger(Math.ceil(range.toMs));
  if (!isSpan) {
    const details = { fromMs: String(range.fromMs), toMs: String(range.toMs) };
    throw invalid('TELEMETRY.RANGE_INVALID', 'A range starts at 1970 or later and ends after it starts.', details);
  }
  if (!Number.isInteger(maxPoints) || maxPoints < 1) {
    throw invalid('TELEMETRY.POINTS_INVALID', 'A chart has a whole number of points, at least one.', { maxPoints });
  }
}

/**
 * Chooses a chart's bucket width and what to read: the narrowest nice width that needs no more than `maxPoints` buckets, from stored points below a minute,
 * from minute aggregates below an hour, else from hour aggregates. Buckets are aligned to the Unix epoch in UTC, so that panning moves no bucket's edge.
 * @returns a plan that covers the range, up to `nowMs`; none of it (`count` 0) if all of it is to come
 * @throws AppError (invalid) TELEMETRY.RANGE_INVALID, TELEMETRY.POINTS_INVALID
 */
export function planBuckets(question: BucketQuestion): BucketPlan {
  check(question);
  const { range, maxPoints, nowMs = Number.POSITIVE_INFINITY } = question;
  const plan = narrowest({ fromMs: range.fromMs, toMs: Math.min(range.toMs, Math.max(nowMs, range.fromMs)) }, maxPoints);
  const source = plan.widthMs >= HOUR_MS ? 'hour' : plan.widthMs >= MINUTE_MS ? 'minute' : 'raw';
  return { source, ...plan };
}
