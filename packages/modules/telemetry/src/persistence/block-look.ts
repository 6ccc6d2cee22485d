import { DAY_MS, type TimeRange } from '@tenon/kernel';
import { sqlInstant } from '../instant.js';
import { integer, type SeriesSource } from './series-source.repository.js';

/** Parameters of the statements that look at blocks. */
export const BOUNDS = 'at >= $1::timestamptz AND at < $2::timestamptz';

/** {@link BOUNDS}, the company, and the start of the day in which a block may lie that reaches into the range. */
export function lookParams(tenantId: string, { fromMs, toMs }: TimeRange): unknown[] {
  return [sqlInstant(fromMs), sqlInstant(toMs), tenantId, sqlInstant(Math.floor(fromMs / DAY_MS) * DAY_MS)];
}

/** SQL of the blocks of a series that hold points of the range: `at`, `through_at`, `count`, `bytes`. */
export function blocksWithin({ seriesId }: SeriesSource): string {
  return `SELECT at, through_at, count, bytes FROM telemetry_block
    WHERE tenant_id = $3 AND series_id = ${integer(seriesId)} AND at >= $4::timestamptz AND at < $2::timestamptz AND through_at >= $1::timestamptz`;
}

/**
 * The same, but no more blocks than it takes for `limit` points at one end of the range. How many of a block's points lie within
 * the range is known only where all do: the one at the very end is taken besides.
 */
export function fewBlocks(source: SeriesSource, limit: number, isOldestFirst: boolean): string {
  const order = `ORDER BY at ${isOldestFirst ? 'ASC' : 'DESC'}`;
  return `SELECT at, through_at, bytes FROM (
      SELECT *, COALESCE(sum(CASE WHEN at >= $1::timestamptz AND through_at < $2::timestamptz THEN count ELSE 0 END)
        OVER (${order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
      FROM (${blocksWithin(source)} ${order} LIMIT ${integer(limit) + 1}) b) b
    WHERE before < ${integer(limit)}`;
}

/** SQL of the instant before which blocks may hold what rows do not; `-infinity` where there is none. Blocks are read as `block`. */
export const EDGE = `SELECT COALESCE(max(through_at) + interval '1 microsecond', '-infinity') AS at FROM block`;
