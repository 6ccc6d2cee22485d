import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { planBuckets } from '@tenon/domain/telemetry';
import { invalid, type TimeRange } from '@tenon/kernel';
import { SeriesBuckets } from './series-buckets.js';
import { checkPoints, seriesColumns, type SeriesColumns } from './series-columns.js';

export const MAX_SERIES = 16;

/** What a chart asks for. */
export interface SeriesRangeQuestion {
  readonly seriesIds: readonly number[];
  readonly range: TimeRange;
  /** About the chart's width in pixels. */
  readonly maxPoints: number;
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
    checkPoints(maxPoints);
    const plan = planBuckets({ range, maxPoints });
    const request = { seriesIds: [...new Set(seriesIds)], range: { fromMs: plan.fromMs, toMs: plan.toMs }, coarsest: plan.source, binning: { widthMs: plan.widthMs } };
    return this.db.read(actor, async (tx) => {
      const found = await this.buckets.read(tx, request);
      return seriesIds.map((seriesId) => seriesColumns(seriesId, plan, found.get(seriesId) ?? []));
    });
  }
}
