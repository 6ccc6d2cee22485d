import { STORED_BLOCK, STORED_ROW, type StoredRow } from '../blocks/stored-points.js';
import type { Binning } from '../ranges/binning.js';
import { EDGE } from './block-look.js';
import { places } from './distinct-points.js';
import { safeSum } from './safe-sum.js';
import { integer, type SeriesSource } from './series-source.repository.js';

/** Of a bucket, in columns as they are read; instants in seconds since the epoch. */
export const BUCKET = `date_part('epoch', bin) AS bin, count::float8, min, max, sum, first, last, date_part('epoch', first_at) AS "firstAt", date_part('epoch', last_at) AS "lastAt"`;
/** In the places of a bucket where there is none. */
export const NO_BUCKET = Array(9).fill('NULL::float8').join(', ');
const NO_POINT = 'NULL::float8 AS at, NULL::float8 AS num, NULL::text AS rich, NULL::bytea AS bytes';

/** A bucket as it is read. */
export interface BucketFigures {
  readonly bin: number;
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  readonly first: number;
  readonly last: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** A bucket of rows behind the last block; or a point before it, or a block. */
export type PointsRow = BucketFigures | (StoredRow & { readonly count: null });

/**
 * The pieces' own bounds are known only while it runs; the outer ones let the planner leave out partitions. OFFSET 0 keeps
 * it from trying anything but one index range a piece.
 */
export const WITHIN = `at >= piece.from_at AND at < piece.to_at AND at >= $3::timestamptz AND at < $4::timestamptz OFFSET 0`;
const PIECES = `unnest($1::timestamptz[], $2::timestamptz[]) piece (from_at, to_at)`;

/** SQL of the bucket of `at`, by the fifth parameter. */
export function bin(binning: Binning): string {
  return 'widthMs' in binning ? `date_bin($5::interval, at, 'epoch')` : `($5::timestamptz[])[width_bucket(at, $5::timestamptz[])]`;
}

function block(seriesId: number): string {
  return `SELECT DISTINCT ON (b.at) b.at, b.through_at, b.bytes FROM ${PIECES} CROSS JOIN LATERAL (
      SELECT at, through_at, bytes FROM telemetry_block
      WHERE tenant_id = $6 AND series_id = ${integer(seriesId)} AND at >= date_trunc('day', piece.from_at, 'UTC') AND at < piece.to_at
        AND through_at >= piece.from_at AND at >= $7::timestamptz AND at < $4::timestamptz OFFSET 0) b ORDER BY b.at`;
}

function rows({ shapes }: SeriesSource, columns: string, side: '<' | '>='): string {
  return `SELECT ${columns} FROM ${places(shapes)} CROSS JOIN ${PIECES}
    CROSS JOIN LATERAL (SELECT at, arrival, num, rich FROM telemetry WHERE shape_id = place.shape_id AND at ${side} (SELECT at FROM edge) AND ${WITHIN}) t`;
}

/**
 * One statement, that is one snapshot, for all: a compaction moves points from rows to blocks. Parameters are the pieces' starts and ends, their outer bounds, the
 * binning, the company, and the start of the first day.
 */
export function pointsStatement(source: SeriesSource, binning: Binning): string {
  return `WITH block AS MATERIALIZED (${block(source.seriesId)}), edge AS MATERIALIZED (${EDGE})
    SELECT ${BUCKET}, ${NO_POINT} FROM (
      SELECT bin, count(*) AS count, min(num) AS min, max(num) AS max, ${safeSum('num')} AS sum,
        (array_agg(num ORDER BY at))[1] AS first, (array_agg(num ORDER BY at))[count(*)] AS last, min(at) AS first_at, max(at) AS last_at
      FROM (
        SELECT DISTINCT ON (bin, at) bin, at, num FROM (${rows(source, `${bin(binning)} AS bin, at, arrival, num[place.position] AS num`, '>=')}) stored
        ORDER BY bin, at, arrival DESC) p
      WHERE num IS NOT NULL GROUP BY bin) b
    UNION ALL SELECT ${NO_BUCKET}, ${STORED_ROW} FROM (
      SELECT DISTINCT ON (at) at, num, rich FROM (${rows(source, 'at, arrival, num[place.position] AS num, rich -> place.position::text AS rich', '<')}) stored
      ORDER BY at, arrival DESC) p
    UNION ALL SELECT ${NO_BUCKET}, ${STORED_BLOCK} FROM block`;
}
