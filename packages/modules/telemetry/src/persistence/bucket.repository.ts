import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { Bucket } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import { places } from './distinct-points.js';
import { instantMs, sqlInstant } from '../instant.js';
import { safeSum } from './safe-sum.js';
import type { SeriesSource } from './series-source.repository.js';

/** How instants are put into buckets: by equal widths since the epoch, or between given edges (ascending, the last one ends the last bucket). */
export type Binning = { readonly widthMs: number } | { readonly edgesMs: readonly number[] };

/** A part of a series' time to be read. */
export interface SeriesPiece {
  readonly seriesId: number;
  readonly range: TimeRange;
}

/** A bucket of one series; what several reads give for one bucket must be merged. */
export interface SeriesBucket {
  readonly seriesId: number;
  readonly bucket: Bucket;
}

type BucketRow = Omit<Bucket, 'firstAtMs' | 'lastAtMs' | 'fromMs'> & { seriesId: number; bin: number; firstAt: number; lastAt: number };

const COLUMNS = `date_part('epoch', bin) AS bin, count::float8, min, max, sum, first, last, date_part('epoch', first_at) AS "firstAt", date_part('epoch', last_at) AS "lastAt"`;
/**
 * The pieces' own bounds are known only while it runs; the outer ones let the planner leave out partitions. OFFSET 0 keeps
 * it from trying anything but one index range a piece.
 */
const WITHIN = `at >= piece.from_at AND at < piece.to_at AND at >= $3::timestamptz AND at < $4::timestamptz OFFSET 0`;

/** Reads a series' time in buckets, from points or from roll-ups. */
@Injectable()
export class BucketRepository {
  /** From points, each stamp once; exact at any time. The bucket takes part in choosing the latest of a stamp, which saves sorting again to group. */
  async ofPoints(tx: TenantTx, source: SeriesSource, ranges: readonly TimeRange[], binning: Binning): Promise<SeriesBucket[]> {
    if (source.shapes.length === 0 || ranges.length === 0) return [];
    const rows = await tx.sql<Omit<BucketRow, 'seriesId'>>(
      `SELECT ${COLUMNS} FROM (
         SELECT bin, count(*) AS count, min(num) AS min, max(num) AS max, ${safeSum('num')} AS sum,
           (array_agg(num ORDER BY at))[1] AS first, (array_agg(num ORDER BY at))[count(*)] AS last, min(at) AS first_at, max(at) AS last_at
         FROM (
           SELECT DISTINCT ON (bin, at) bin, at, num FROM (
             SELECT ${bin(binning)} AS bin, at, arrival, num[place.position] AS num
             FROM ${places(source.shapes)} CROSS JOIN unnest($1::timestamptz[], $2::timestamptz[]) piece (from_at, to_at)
             CROSS JOIN LATERAL (SELECT at, arrival, num FROM telemetry WHERE shape_id = place.shape_id AND ${WITHIN}) t) stored
           ORDER BY bin, at, arrival DESC) p
         WHERE num IS NOT NULL GROUP BY bin) b`,
      [...bounds(ranges), binValue(binning)],
    );
    return rows.map((row) => shown({ seriesId: source.seriesId, ...row }));
  }

  /** From minute or hour aggregates; the pieces must be whole ones, and none of them out of date. Both ends are asked for in the order in which the index gives them. */
  async ofRollUps(tx: TenantTx, source: 'minute' | 'hour', pieces: readonly SeriesPiece[], binning: Binning): Promise<SeriesBucket[]> {
    if (pieces.length === 0) return [];
    const rows = await tx.sql<BucketRow>(
      `SELECT series_id AS "seriesId", ${COLUMNS} FROM (
         SELECT r.series_id, ${bin(binning)} AS bin, sum(count) AS count, min(min) AS min, max(max) AS max, sum(sum) AS sum,
           (array_agg(first ORDER BY at))[1] AS first, (array_agg(last ORDER BY at))[count(*)] AS last, min(first_at) AS first_at, max(last_at) AS last_at
         FROM unnest($1::timestamptz[], $2::timestamptz[], $6::int[]) piece (from_at, to_at, series_id)
         CROSS JOIN LATERAL (SELECT * FROM telemetry_${source} r
           WHERE r.tenant_id = $7 AND r.series_id = piece.series_id AND ${WITHIN}) r
         GROUP BY 1, 2) b`,
      [...bounds(pieces.map((piece) => piece.range)), binValue(binning), pieces.map((piece) => piece.seriesId), tx.tenantId],
    );
    return rows.map(shown);
  }
}

function bounds(ranges: readonly TimeRange[]): unknown[] {
  const from = ranges.map(({ fromMs }) => fromMs);
  const to = ranges.map(({ toMs }) => toMs);
  return [from.map(sqlInstant), to.map(sqlInstant), sqlInstant(from.reduce((a, b) => Math.min(a, b))), sqlInstant(to.reduce((a, b) => Math.max(a, b)))];
}

function bin(binning: Binning): string {
  return 'widthMs' in binning ? `date_bin($5::interval, at, 'epoch')` : `($5::timestamptz[])[width_bucket(at, $5::timestamptz[])]`;
}

function binValue(binning: Binning): unknown {
  return 'widthMs' in binning ? `${binning.widthMs} milliseconds` : binning.edgesMs.map(sqlInstant);
}

function shown({ seriesId, bin: at, firstAt, lastAt, ...numbers }: BucketRow): SeriesBucket {
  return { seriesId, bucket: { ...numbers, fromMs: instantMs(at), firstAtMs: instantMs(firstAt), lastAtMs: instantMs(lastAt) } };
}
