import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { demand } from '@tenon/domain/identity';
import type { Point } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import { PointRepository } from '../persistence/point.repository.js';
import { ReadDailyAggregates, type DailyAggregate } from './read-daily-aggregates.js';
import { SeriesSourceRepository, type SeriesSource } from '../persistence/series-source.repository.js';

const END_OF_TIME_MS = Date.UTC(9999, 11, 31);

/**
 * Points for other modules to compute with, in the caller's transaction. Numbers only, each stamp once; what was stored
 * a moment ago is included. Whoever the transaction acts for must hold `telemetry:read` (AUTH.FORBIDDEN); a series of
 * another company is not there (SERIES.NOT_FOUND).
 */
@Injectable()
export class ReadPoints {
  constructor(
    private readonly sources: SeriesSourceRepository,
    private readonly points: PointRepository,
    private readonly daily: ReadDailyAggregates,
  ) {}

  /** All numeric points of the range, oldest first. A year of minutes is half a million: ask for as much as you can hold. */
  async seriesPoints(tx: TenantTx, seriesId: number, range: TimeRange): Promise<Point[]> {
    return this.points.numbers(tx, await this.source(tx, seriesId), range);
  }

  /** The last numeric point before an instant. */
  async previousPoint(tx: TenantTx, seriesId: number, beforeMs: number): Promise<Point | null> {
    return this.points.nearestNumber(tx, await this.source(tx, seriesId), { fromMs: 0, toMs: beforeMs }, 'last');
  }

  /** The first numeric point at an instant or after it. */
  async nextPoint(tx: TenantTx, seriesId: number, fromMs: number): Promise<Point | null> {
    return this.points.nearestNumber(tx, await this.source(tx, seriesId), { fromMs, toMs: END_OF_TIME_MS }, 'first');
  }

  /** The stamps of the first and the last point of any kind; null where there is none. */
  async seriesExtent(tx: TenantTx, seriesId: number): Promise<TimeRange | null> {
    const source = await this.source(tx, seriesId);
    const everything = { fromMs: 0, toMs: END_OF_TIME_MS };
    const [last] = await this.points.newest(tx, source, everything, 1);
    const [first] = await this.points.newest(tx, source, everything, 1, true);
    return first && last ? { fromMs: first.atMs, toMs: last.atMs } : null;
  }

  /** Series by local day, exact for every day the range touches; see {@link ReadDailyAggregates}. */
  dailyAggregates(tx: TenantTx, seriesIds: readonly number[], timeZone: string, range: TimeRange): Promise<DailyAggregate[]> {
    return this.daily.execute(tx, seriesIds, timeZone, range);
  }

  private async source(tx: TenantTx, seriesId: number): Promise<SeriesSource> {
    demand(tx.actor, 'telemetry:read');
    const [source] = await this.sources.get(tx, [seriesId]);
    return source ?? { seriesId, shapes: [] };
  }
}
