import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { isoDate, localTimeAt, startOfLocalDay } from '@tenon/domain/energy';
import { demand } from '@tenon/domain/identity';
import { meanOf, type Aggregate } from '@tenon/domain/telemetry';
import { invalid, type TimeRange } from '@tenon/kernel';
import { SeriesBuckets } from './series-buckets.js';

const MOST_DAYS = 3_700;

/** What a series did on one local day. */
export interface DailyAggregate extends Aggregate {
  readonly seriesId: number;
  /** The local day, `YYYY-MM-DD`. */
  readonly on: string;
  /** Start of that day. */
  readonly fromMs: number;
  /** Of the points, each weighing the same. */
  readonly mean: number;
}

/**
 * Series by local day, for other modules to compute with, in the caller's transaction: from roll-ups, with the rest of
 * a day's edges and all that is not rolled up yet read from points, so that every day is exact. A day without points is
 * absent. Errors: AUTH.FORBIDDEN, SERIES.NOT_FOUND, ZONE.UNKNOWN, TELEMETRY.RANGE_INVALID.
 */
@Injectable()
export class ReadDailyAggregates {
  constructor(private readonly buckets: SeriesBuckets) {}

  /** Every local day that the range touches, whole; by series in the order asked for, then by day. */
  async execute(tx: TenantTx, seriesIds: readonly number[], timeZone: string, range: TimeRange): Promise<DailyAggregate[]> {
    demand(tx.actor, 'telemetry:read');
    const days = localDays(timeZone, range);
    const edgesMs = days.map((day) => startOfLocalDay(timeZone, day));
    const span = { fromMs: edgesMs[0] ?? range.fromMs, toMs: edgesMs.at(-1) ?? range.toMs };
    const dayOfStart = new Map(edgesMs.map((startMs, index) => [startMs, isoDate(days[index] ?? 0)]));
    const distinct = [...new Set(seriesIds)];
    const found = await this.buckets.read(tx, { seriesIds: distinct, range: span, coarsest: 'hour', binning: { edgesMs } });
    return distinct.flatMap((seriesId) =>
      (found.get(seriesId) ?? []).map((bucket) => ({ seriesId, on: dayOfStart.get(bucket.fromMs) ?? '', ...bucket, mean: meanOf(bucket) })),
    );
  }
}

/** The local days a range touches, and the one after them, whose start ends the last. */
function localDays(timeZone: string, { fromMs, toMs }: TimeRange): number[] {
  const first = localTimeAt(timeZone, fromMs).localDay;
  const last = localTimeAt(timeZone, toMs - 1).localDay;
  if (!(fromMs < toMs) || last - first >= MOST_DAYS) throw invalid('TELEMETRY.RANGE_INVALID', `A range of days is not empty and not longer than ${MOST_DAYS}.`, { fromMs, toMs });
  return Array.from({ length: last - first + 2 }, (_, index) => first + index);
}
