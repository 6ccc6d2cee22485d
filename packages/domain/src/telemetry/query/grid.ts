import { DAY_MS, HOUR_MS, MINUTE_MS, type TimeRange } from '@tenon/kernel';
import { bucketStartMs, type BucketSource } from '../plan-buckets.js';

/** The starts of the buckets that a range touches, up to an instant: nothing is filled into what has not happened. */
export function gridStarts({ fromMs, toMs }: TimeRange, widthMs: number, nowMs: number): number[] {
  const endMs = Math.min(toMs, Math.max(nowMs, fromMs));
  const firstMs = bucketStartMs(fromMs, widthMs);
  const count = endMs > fromMs ? Math.ceil((endMs - firstMs) / widthMs) : 0;
  return Array.from({ length: count }, (_, place) => firstMs + place * widthMs);
}

/** The widest aggregates of which buckets of a width can be put together. */
export function sourceOfWidth(widthMs: number): BucketSource {
  return widthMs % HOUR_MS === 0 ? 'hour' : widthMs % MINUTE_MS === 0 ? 'minute' : 'raw';
}

/** Whether a width is whole days, which may then begin at midnight of a place. */
export function isWholeDays(widthMs: number): boolean {
  return widthMs % DAY_MS === 0;
}
