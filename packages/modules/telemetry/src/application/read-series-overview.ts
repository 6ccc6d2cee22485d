import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { planBuckets } from '@tenon/domain/telemetry';
import { PointRepository } from '../persistence/point.repository.js';
import { SeriesSourceRepository } from '../persistence/series-source.repository.js';
import { checkPoints, seriesColumns, type SeriesColumns } from './series-columns.js';
import { SeriesBuckets } from './series-buckets.js';

/** Which metric is looked at as a whole. */
export interface SeriesOverviewQuestion {
  readonly seriesId: number;
  /** About the overview's width in pixels. */
  readonly maxPoints: number;
}

/**
 * A numeric metric over all of its time: from its first number that is kept until now. Without entries where it
 * has no number. Errors: SERIES.NOT_FOUND, TELEMETRY.POINTS_INVALID.
 */
@Injectable()
export class ReadSeriesOverview {
  constructor(
    private readonly db: TenantDb,
    private readonly sources: SeriesSourceRepository,
    private readonly points: PointRepository,
    private readonly buckets: SeriesBuckets,
  ) {}

  async execute(actor: TenantActor, { seriesId, maxPoints }: SeriesOverviewQuestion): Promise<SeriesColumns> {
    demand(actor, 'telemetry:read');
    checkPoints(maxPoints);
    return this.db.read(actor, async (tx) => {
      const now = tx.now.getTime();
      const [source] = await this.sources.get(tx, [seriesId]);
      const first = source && (await this.points.nearestNumber(tx, source, { fromMs: 0, toMs: now }, 'first'));
      const plan = planBuckets({ range: { fromMs: Math.floor(first?.atMs ?? now - 1), toMs: now }, maxPoints });
      const request = { seriesIds: [seriesId], range: { fromMs: plan.fromMs, toMs: plan.toMs }, coarsest: plan.source, binning: { widthMs: plan.widthMs } };
      const found = first ? await this.buckets.read(tx, request) : undefined;
      return seriesColumns(seriesId, plan, found?.get(seriesId) ?? []);
    });
  }
}
