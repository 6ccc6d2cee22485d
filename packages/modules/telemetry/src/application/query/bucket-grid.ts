import { localTimeAt, startOfLocalDay } from '@tenon/domain/energy';
import { gridStarts, isWholeDays, sourceOfWidth, type BucketsQuestion, type BucketSource } from '@tenon/domain/telemetry';
import { DAY_MS, invalid } from '@tenon/kernel';
import type { Binning } from '../../ranges/binning.js';

/** The buckets of a question. */
export interface BucketGrid {
  /** Of the buckets that may have points, or be filled. */
  readonly startsMs: readonly number[];
  readonly binning: Binning;
  readonly coarsest: BucketSource;
}

/**
 * Buckets by equal widths since the epoch; or, of whole days and with a time zone, from midnight to midnight there, however long those days are.
 * @throws AppError (invalid) TELEMETRY_QUERY.ZONE where a zone is given for other widths; ZONE.UNKNOWN
 */
export function bucketGrid({ range, widthMs, timeZone }: BucketsQuestion, nowMs: number): BucketGrid {
  if (timeZone === null) return { startsMs: gridStarts(range, widthMs, nowMs), binning: { widthMs }, coarsest: sourceOfWidth(widthMs) };
  if (!isWholeDays(widthMs)) throw invalid('TELEMETRY_QUERY.ZONE', 'A time zone says where days begin, so it goes with buckets of whole days.', { bucketMs: widthMs });
  const step = widthMs / DAY_MS;
  const days = [];
  const last = localTimeAt(timeZone, Math.min(range.toMs - 1, Math.max(nowMs, range.fromMs))).localDay;
  for (let day = Math.floor(localTimeAt(timeZone, range.fromMs).localDay / step) * step; day <= last; day += step) days.push(day);
  const edgesMs = [...days, (days.at(-1) ?? last) + step].map((day) => startOfLocalDay(timeZone, day));
  return { startsMs: edgesMs.slice(0, -1), binning: { edgesMs }, coarsest: 'hour' };
}
