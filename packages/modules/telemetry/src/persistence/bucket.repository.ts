import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { bucketsOfColumns, FIGURES, type Bucket } from '@tenon/domain/telemetry';
import { DAY_MS, type TimeRange } from '@tenon/kernel';
import { bucketPoints } from '../blocks/bucket-points.js';
import { partsOfBlock, type RollUpUnit } from '../blocks/roll-up-blocks.js';
import { storedPoints } from '../blocks/stored-points.js';
import { grouped } from '../grouped.js';
import { instantMs, sqlInstant } from '../instant.js';
import type { Binning } from '../ranges/binning.js';
import { blocksOfPieces } from './roll-up-block-look.js';
import { bin, BUCKET, NO_BUCKET, pointsStatement, WITHIN, type BucketFigures, type PointsRow } from './points-statement.js';
import type { SeriesSource } from './series-source.repository.js';

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

const ALL_TIME: TimeRange = { fromMs: 0, toMs: Infinity };

/** Reads a series' time in buckets, from points or from roll-ups. */
@Injectable()
export class BucketRepository {
  /**
   * From points, each stamp once; exact at any time. Behind the last block that holds any of them they are summed up in the
   * database, where the bucket takes part in choosing the latest of a stamp, which saves sorting again to group. What lies
   * before is in blocks, and in the few rows that came late. A bucket may be given in two parts.
   */
  async ofPoints(tx: TenantTx, source: SeriesSource, ranges: readonly TimeRange[], binning: Binning): Promise<SeriesBucket[]> {
    if (source.shapes.length === 0 || ranges.length === 0) return [];
    const rows = await tx.sql<PointsRow>(pointsStatement(source, binning), [...bounds(ranges), binValue(binning), tx.tenantId, startOfFirstDay(ranges)]);
    const summed = rows.flatMap((row) => (row.count === null ? [] : [shown(row)]));
    const points = storedPoints(rows.flatMap((row) => (row.count === null ? [row] : [])), ALL_TIME);
    return [...summed, ...bucketPoints(points, ranges, binning)].map((bucket) => ({ seriesId: source.seriesId, bucket }));
  }

  /** From minute or hour aggregates; the pieces must be whole ones, and none of them out of date. Both ends are asked for in the order in which the index gives them. */
  async ofRollUps(tx: TenantTx, unit: RollUpUnit, pieces: readonly SeriesPiece[], binning: Binning): Promise<SeriesBucket[]> {
    if (pieces.length === 0) return [];
    const rows = await tx.sql<RollUpRow>(rollUpStatement(unit, binning), [...bounds(pieces.map((piece) => piece.range)), binValue(binning), pieces.map((piece) => piece.seriesId), tx.tenantId]);
    const rangesOf = grouped(pieces, ({ seriesId }) => seriesId);
    return rows.flatMap((row) => {
      if (row.count !== null) return [{ seriesId: row.seriesId, bucket: shown(row) }];
      const ranges = (rangesOf.get(row.seriesId) ?? []).map(({ range }) => range);
      return partsOfBlock(row.bytes, { unit, figures: FIGURES, binning, ranges }).flatMap(bucketsOfColumns).map((bucket) => ({ seriesId: row.seriesId, bucket }));
    });
  }
}

/** A bucket of rows; or a block. */
type RollUpRow = { readonly seriesId: number } & (BucketFigures | { readonly count: null; readonly bytes: Buffer });

/** One statement, that is one snapshot, for rows and blocks: aggregates are moved from the one to the other. */
function rollUpStatement(unit: RollUpUnit, binning: Binning): string {
  const pieces = 'unnest($1::timestamptz[], $2::timestamptz[], $6::int[]) piece (from_at, to_at, series_id)';
  const ofRows = `SELECT series_id AS "seriesId", ${BUCKET}, NULL::bytea AS bytes FROM (
      SELECT r.series_id, ${bin(binning)} AS bin, sum(count) AS count, min(min) AS min, max(max) AS max, sum(sum) AS sum,
        (array_agg(first ORDER BY at))[1] AS first, (array_agg(last ORDER BY at))[count(*)] AS last, min(first_at) AS first_at, max(last_at) AS last_at
      FROM ${pieces}
      CROSS JOIN LATERAL (SELECT * FROM telemetry_${unit} r WHERE r.tenant_id = $7 AND r.series_id = piece.series_id AND ${WITHIN}) r
      GROUP BY 1, 2) b`;
  return `${ofRows} UNION ALL SELECT series_id, ${NO_BUCKET}, bytes FROM (${blocksOfPieces(unit, pieces, { tenant: '$7', from: '$3', to: '$4' })}) block`;
}

const least = (instants: readonly number[]): number => instants.reduce((a, b) => Math.min(a, b));

function bounds(ranges: readonly TimeRange[]): unknown[] {
  const from = ranges.map(({ fromMs }) => fromMs);
  const to = ranges.map(({ toMs }) => toMs);
  return [from.map(sqlInstant), to.map(sqlInstant), sqlInstant(least(from)), sqlInstant(to.reduce((a, b) => Math.max(a, b)))];
}

/** A block that reaches into a range lies within its day. */
function startOfFirstDay(ranges: readonly TimeRange[]): string {
  return sqlInstant(Math.floor(least(ranges.map(({ fromMs }) => fromMs)) / DAY_MS) * DAY_MS);
}

function binValue(binning: Binning): unknown {
  return 'widthMs' in binning ? `${binning.widthMs} milliseconds` : binning.edgesMs.map(sqlInstant);
}

function shown({ bin: at, count, min, max, sum, first, last, firstAt, lastAt }: BucketFigures): Bucket {
  return { fromMs: instantMs(at), count, min, max, sum, first, last, firstAtMs: instantMs(firstAt), lastAtMs: instantMs(lastAt) };
}
