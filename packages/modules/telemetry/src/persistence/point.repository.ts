import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { NO_POINTS, slicePoints, type BlockPoints, type MetricValue, type Point } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import { STORED_BLOCK, STORED_ROW, storedPoints, type StoredRow } from '../blocks/stored-points.js';
import { blocksWithin, BOUNDS, fewBlocks, lookParams } from './block-look.js';
import { distinctPoints } from './distinct-points.js';
import type { SeriesSource } from './series-source.repository.js';

/** A point of any kind of value. */
export interface ValuePoint {
  /** Milliseconds since the epoch, a fraction for microseconds. */
  readonly atMs: number;
  readonly value: MetricValue;
}

const US_PER_MS = 1_000;
/** The shortest step between two stamps, one microsecond. */
const NEXT_STAMP_MS = 0.001;
const FIRST_LOOK = 16;
const LONGEST_LOOK = 4_096;

/** A series' points as stored, in rows and in blocks, one a stamp. */
@Injectable()
export class PointRepository {
  /** The newest `limit` points of the range, newest first, whatever their kind. */
  async newest(tx: TenantTx, source: SeriesSource, range: TimeRange, limit: number, isOldestFirst = false): Promise<ValuePoint[]> {
    const wanted = await this.atOneEnd(tx, source, range, { limit, isOldestFirst });
    const values = Array.from(wanted.atUs, (atUs, place): ValuePoint => ({ atMs: atUs / US_PER_MS, value: valueAt(wanted, place) }));
    return isOldestFirst ? values : values.reverse();
  }

  /** No more than `limit` points at one end of the range, whatever their kind, in columns and in order of time. */
  async atOneEnd(tx: TenantTx, source: SeriesSource, range: TimeRange, { limit, isOldestFirst }: { readonly limit: number; readonly isOldestFirst: boolean }): Promise<BlockPoints> {
    if (source.shapes.length === 0) return NO_POINTS;
    const rows = await tx.sql<StoredRow>(
      `SELECT ${STORED_ROW} FROM (${distinctPoints({ shapes: source.shapes, bounds: BOUNDS, limit, isOldestFirst })}) p
       UNION ALL SELECT ${STORED_BLOCK} FROM (${fewBlocks(source, limit, isOldestFirst)}) b`,
      lookParams(tx.tenantId, range),
    );
    // The newest of all are among the newest of the rows and the newest of the blocks.
    const points = storedPoints(rows, range);
    return isOldestFirst ? slicePoints(points, 0, limit) : slicePoints(points, Math.max(0, points.atUs.length - limit), points.atUs.length);
  }

  /** All numeric points of the range, oldest first. */
  async numbers(tx: TenantTx, source: SeriesSource, range: TimeRange): Promise<Point[]> {
    if (source.shapes.length === 0) return [];
    const rows = await tx.sql<StoredRow>(
      `SELECT ${STORED_ROW} FROM (${distinctPoints({ shapes: source.shapes, bounds: BOUNDS })}) p
       UNION ALL SELECT ${STORED_BLOCK} FROM (${blocksWithin(source)}) b`,
      lookParams(tx.tenantId, range),
    );
    const { atUs, num } = storedPoints(rows, range);
    return Array.from(num, (value, place): Point => ({ atMs: (atUs[place] as number) / US_PER_MS, value })).filter(({ value }) => !Number.isNaN(value));
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
}

function valueAt({ num, rich }: BlockPoints, place: number): MetricValue {
  const text = rich?.[place];
  return text === null || text === undefined ? (num[place] as number) : (JSON.parse(text) as MetricValue);
}
