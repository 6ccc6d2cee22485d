import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { MetricValue, Point } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import { distinctPoints } from './distinct-points.js';
import { instantMs, sqlInstant } from '../instant.js';
import type { SeriesSource } from './series-source.repository.js';

/** A point of any kind of value. */
export interface ValuePoint {
  /** Milliseconds since the epoch, a fraction for microseconds. */
  readonly atMs: number;
  readonly value: MetricValue;
}

/** A stretch of points in which a value did not change, or the last point looked at. */
export interface ValueChange {
  /** When the value began, as far as was looked. */
  readonly atMs: number;
  readonly value: string;
}

interface ValueRow {
  at: number;
  num: number | null;
  rich: MetricValue | null;
}

const BOUNDS = 'at >= $1::timestamptz AND at < $2::timestamptz';
/** The shortest step between two stamps, one microsecond. */
const NEXT_STAMP_MS = 0.001;
const FIRST_LOOK = 16;
const LONGEST_LOOK = 4_096;

/** A series' points as stored, one a stamp. */
@Injectable()
export class PointRepository {
  /** The newest `limit` points of the range, newest first, whatever their kind. */
  async newest(tx: TenantTx, { shapes }: SeriesSource, range: TimeRange, limit: number, isOldestFirst = false): Promise<ValuePoint[]> {
    if (shapes.length === 0) return [];
    const rows = await tx.sql<ValueRow>(
      `SELECT date_part('epoch', at) AS at, num, rich FROM (${distinctPoints({ shapes, bounds: BOUNDS, limit, isOldestFirst })}) p`,
      bounds(range),
    );
    // A value is never null, so a row without either is none; the gateway writes no such row.
    return rows.flatMap(({ at, num, rich }) => (num === null && rich === null ? [] : [{ atMs: instantMs(at), value: num ?? (rich as MetricValue) }]));
  }

  /** All numeric points of the range, oldest first. */
  async numbers(tx: TenantTx, { shapes }: SeriesSource, range: TimeRange): Promise<Point[]> {
    if (shapes.length === 0) return [];
    const rows = await tx.sql<{ at: number; num: number }>(
      `SELECT date_part('epoch', at) AS at, num FROM (${distinctPoints({ shapes, bounds: BOUNDS })}) p WHERE num IS NOT NULL`,
      bounds(range),
    );
    return rows.map(({ at, num }) => ({ atMs: instantMs(at), value: num })).reverse();
  }

  /** The numeric point of the range nearest its end, or its start; looks further and further where there are points of other kinds. */
  async nearestNumber(tx: TenantTx, source: SeriesSource, range: TimeRange, end: 'last' | 'first'): Promise<Point | null> {
    let { fromMs, toMs } = range;
    for (let look = FIRST_LOOK; fromMs < toMs; look = Math.min(look * 4, LONGEST_LOOK)) {
      const points = await this.newest(tx, source, { fromMs, toMs }, look, end === 'first');
      const found = points.find((point): point is Point => typeof point.value === 'number');
      if (found || points.length < look) return found ?? null;
      const reachedMs = points.at(-1)?.atMs ?? toMs;
      if (end === 'last') toMs = reachedMs;
      else fromMs = reachedMs + NEXT_STAMP_MS;
    }
    return null;
  }

  /**
   * Where the value changed among the newest `limit` points of the range, newest first, and whether there may be more.
   * The last entry is the oldest point looked at, whether or not the value changed there.
   */
  async newestChanges(tx: TenantTx, { shapes }: SeriesSource, range: TimeRange, limit: number): Promise<{ changes: ValueChange[]; isFull: boolean }> {
    if (shapes.length === 0) return { changes: [], isFull: false };
    const rows = await tx.sql<{ at: number; value: string; looked: number }>(
      `SELECT date_part('epoch', at) AS at, value, looked FROM (
         SELECT at, value, lead(value) OVER newest AS before, count(*) OVER ()::int AS looked FROM (
           SELECT at, coalesce(num::text, rich #>> '{}') AS value FROM (${distinctPoints({ shapes, bounds: BOUNDS, limit })}) p) v
         WINDOW newest AS (ORDER BY at DESC)) c
       WHERE before IS DISTINCT FROM value ORDER BY at DESC`,
      bounds(range),
    );
    const changes = rows.map(({ at, value }) => ({ atMs: instantMs(at), value }));
    return { changes, isFull: rows[0]?.looked === limit };
  }
}

function bounds({ fromMs, toMs }: TimeRange): unknown[] {
  return [sqlInstant(fromMs), sqlInstant(toMs)];
}
