import { PointMeter } from '@tenon/billing';
import type { TenantTx } from '@tenon/db';
import { MINUTE_MS, tenantId } from '@tenon/kernel';
import { CompactPoints } from '../application/compact-points.js';
import { CorrectHeads } from '../application/correct-heads.js';
import { DeleteReadings } from '../application/delete-readings.js';
import { DescribeSeries } from '../application/describe-series.js';
import { ForgetReadings } from '../application/forget-readings.js';
import { LatestValues } from '../application/latest-values.js';
import { ListPoints } from '../application/list-points.js';
import { ListSeries } from '../application/list-series.js';
import { ListStateSpans } from '../application/list-state-spans.js';
import { ReadDailyAggregates } from '../application/read-daily-aggregates.js';
import { ReadPoints } from '../application/read-points.js';
import { ReadSeriesOverview } from '../application/read-series-overview.js';
import { ReadSeriesRange } from '../application/read-series-range.js';
import { MovePoints } from '../application/move-points.js';
import { PointLines } from '../application/point-lines.js';
import { RollUp } from '../application/roll-up.js';
import { SealRollUps } from '../application/seal-roll-ups.js';
import { SeriesBuckets } from '../application/series-buckets.js';
import { SeriesUsage } from '../application/series-usage.js';
import { BucketRepository } from '../persistence/bucket.repository.js';
import { CompactionRepository } from '../persistence/compaction.repository.js';
import { DirtyMinutesRepository } from '../persistence/dirty-minutes.repository.js';
import { HeadRepository } from '../persistence/head.repository.js';
import { LatestValueRepository } from '../persistence/latest-value.repository.js';
import { RollUpBlockRepository } from '../persistence/roll-up-block.repository.js';
import { PointRepository } from '../persistence/point.repository.js';
import { PointLineRepository } from '../persistence/point-line.repository.js';
import { RollUpRepository } from '../persistence/roll-up.repository.js';
import { SeriesRepository } from '../persistence/series.repository.js';
import { SeriesSourceRepository } from '../persistence/series-source.repository.js';
import { ValueChangeRepository } from '../persistence/value-change.repository.js';
import type { TestMachine } from './telemetry-writer.js';
import type { TelemetryWorld } from './telemetry-world.js';

const END_OF_TIME_MS = Date.UTC(9000, 0);

/** The module's use cases on a world's database, wired by hand. */
export function telemetryCases({ db, a, b }: TelemetryWorld) {
  const [sources, points, series] = [new SeriesSourceRepository(), new PointRepository(), new SeriesRepository()];
  const buckets = new SeriesBuckets(sources, new BucketRepository());
  const rollUp = new RollUp(db.tenant, new DirtyMinutesRepository(), new RollUpRepository(), new PointMeter());
  /** The series an app is said to read. */
  const inUse = new Set<number>();
  class Usage extends SeriesUsage {
    override isInUse(_: TenantTx, seriesId: number): Promise<boolean> {
      return Promise.resolve(inUse.has(seriesId));
    }
  }
  const compactions = new CompactionRepository();
  const movePoints = new MovePoints(compactions);
  const sealRollUps = new SealRollUps(db.tenant, new RollUpBlockRepository());
  const compactPoints = new CompactPoints(db.tenant, compactions, movePoints);
  return {
    inUse,
    describeSeries: new DescribeSeries(db.tenant, series, new Usage()),
    series,
    rollUp,
    listSeries: new ListSeries(db.tenant, series),
    listPoints: new ListPoints(db.tenant, sources, points),
    listStateSpans: new ListStateSpans(db.tenant, series, sources, new ValueChangeRepository()),
    latestValues: new LatestValues(db.tenant, new LatestValueRepository(), series),
    readSeriesOverview: new ReadSeriesOverview(db.tenant, sources, points, buckets),
    readSeriesRange: new ReadSeriesRange(db.tenant, buckets),
    readPoints: new ReadPoints(sources, points, new ReadDailyAggregates(buckets)),
    compactPoints,
    movePoints,
    deleteReadings: new DeleteReadings(db.tenant, series, new LatestValueRepository()),
    forgetReadings: new ForgetReadings(db.tenant, compactions, movePoints, rollUp, new CorrectHeads(new HeadRepository(), sources, points)),
    pointLines: new PointLines(sources, new PointLineRepository()),
    /** Moves a machine's rows of before an instant into blocks; gives how many points that were. */
    compact: async ({ tenantId: company, deviceId }: TestMachine, beforeMs = END_OF_TIME_MS, mostPoints?: number) => {
      let points = 0;
      for (let hasMore = true; hasMore; ) {
        const done = await compactPoints.execute(tenantId(company), { deviceId, beforeMs, ...(mostPoints ? { mostPoints } : {}) });
        points += done.points;
        hasMore = done.hasMore;
      }
      return points;
    },
    sealRollUps,
    /** Moves the minutes of company a into blocks; gives how many blocks were made. */
    seal: async (rowsBeforeMs = END_OF_TIME_MS, daysBeforeMs = rowsBeforeMs) => {
      let blocks = 0;
      for (let lots = await sealRollUps.lots(a.actor.tenantId, { rowsBeforeMs, daysBeforeMs }); lots.length > 0; lots = await sealRollUps.lots(a.actor.tenantId, { rowsBeforeMs, daysBeforeMs })) {
        for (const lot of lots) blocks += (await sealRollUps.execute(a.actor.tenantId, lot)).blocks;
      }
      return blocks;
    },
    /** Rolls up both companies' minutes before an instant; all of them unless one is given. */
    rollUpBefore: async (beforeMs = END_OF_TIME_MS, maxMinutes = 5_000) => {
      const minuteMs = Math.floor(beforeMs / MINUTE_MS) * MINUTE_MS;
      for (const { actor } of [a, b]) while ((await rollUp.execute(actor.tenantId, { beforeMs: minuteMs, maxMinutes })).hasMore);
    },
  };
}
