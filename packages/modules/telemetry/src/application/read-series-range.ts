import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { meanOf, planBuckets, type Bucket, type BucketPlan, type BucketSource } from '@tenon/domain/telemetry';
import { invalid, type TimeRange } from '@tenon/kernel';
import { SeriesBuckets } from './series-buckets.js';

export const MAX_SERIES = 16;
export const FEWEST_POINTS = 10;
export const MOST_POINTS = 4_000;

/** What a chart asks for. */
export interface SeriesRangeQuestion {
  readonly seriesIds: readonly number[];
  readonly range: TimeRange;
  /** About the chart's width in pixels. */
  readonly maxPoints: number;
}

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

/**
 * Numeric metrics over a range, cut into no more buckets than a screen can show, so that a year is as quick to look at
 * as an hour. Always includes what was stored last. Where no bucket would hold more than one point, gives the points.
 * Errors: SERIES.NOT_FOUND, SERIES.TOO_MANY, TELEMETRY.RANGE_INVALID, TELEMETRY.POINTS_INVALID.
 */
@Injectable()
export class ReadSeriesRange {
  constructor(
    private readonly db: TenantDb,
    private readonly buckets: SeriesBuckets,
  ) {}

  async execute(actor: TenantActor, { seriesIds, range, maxPoints }: SeriesRangeQuestion): Promise<SeriesColumns[]> {
    demand(actor, 'telemetry:read');
    if (seriesIds.length < 1 || seriesIds.length > MAX_SERIES) throw invalid('SERIES.TOO_MANY', `Ask for 1 to ${MAX_SERIES} metrics at once.`, { limit: MAX_SERIES });
    if (maxPoints < FEWEST_POINTS || maxPoints > MOST_POINTS) {
      throw invalid('TELEMETRY.POINTS_INVALID', `A chart has ${FEWEST_POINTS} to ${MOST_POINTS} points.`, { maxPoints });
    }
    const plan = planBuckets({ range, maxPoints });
    const request = { seriesIds: [...new Set(seriesIds)], range: { fromMs: plan.fromMs, toMs: plan.toMs }, coarsest: plan.source, binning: { widthMs: plan.widthMs } };
    return this.db.read(actor, async (tx) => {
      const found = await this.buckets.read(tx, request);
      return seriesIds.map((seriesId) => columns(seriesId, plan, found.get(seriesId) ?? []));
    });
  }
}

function columns(seriesId: number, plan: BucketPlan, buckets: readonly Bucket[]): SeriesColumns {
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
