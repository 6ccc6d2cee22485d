import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { columnsWithin, joined, laidOver, NO_POINTS, type BlockPoints, type BucketColumns, type Figure } from '@tenon/domain/telemetry';
import { DAY_MS, type TimeRange } from '@tenon/kernel';
import { openRollUps, partsOfBlock, WIDTH_MS, type RollUpUnit } from '../../blocks/roll-up-blocks.js';
import { openBlock } from '../../blocks/seal-block.js';
import { grouped } from '../../grouped.js';
import { sqlInstant } from '../../instant.js';
import type { Binning } from '../../ranges/binning.js';
import type { SeriesPiece } from '../bucket.repository.js';
import { blocksOfPieces, blocksOfRange } from '../roll-up-block-look.js';
import { FIGURE, packedFigures, unpackedBuckets, type PackedBuckets } from '../packed-buckets.js';
import type { SeriesSource } from '../series-source.repository.js';
import { packed, unpackedIds, unpackedNumbers, unpackedUs } from './packed.js';

/** Buckets of one series; what several reads give for one bucket must be merged. */
export interface SeriesColumnsPiece {
  readonly seriesId: number;
  readonly columns: BucketColumns;
}

/** A series, and parts of its time that are read from points. */
export interface SourcePieces {
  readonly source: SeriesSource;
  readonly ranges: readonly TimeRange[];
}

type SeriesPacked = { readonly seriesId: number } & ((PackedBuckets & { readonly bytes: null }) | { readonly bytes: Buffer });
type RangePacked = { readonly seriesIds: Buffer | null } & ((PackedBuckets & { readonly bytes: null }) | { readonly bytes: Buffer });
type PackedPoints = { readonly seriesId: number } & ({ readonly ats: Buffer; readonly nums: Buffer; readonly bytes: null } | { readonly ats: null; readonly bytes: Buffer });

/** The outer bounds let the planner leave out partitions; OFFSET 0 keeps it from trying anything but one index range a piece. */
const WITHIN = `at >= piece.from_at AND at < piece.to_at AND at >= $4::timestamptz AND at < $5::timestamptz`;

/** Reads the time of many series in buckets, a statement for all of them. */
@Injectable()
export class ColumnBucketRepository {
  /** From minute or hour aggregates; the pieces must be whole ones, and none of them out of date. */
  async ofRollUps(tx: TenantTx, kept: RollUpUnit, pieces: readonly SeriesPiece[], { binning, figures }: { readonly binning: Binning; readonly figures: readonly Figure[] }): Promise<SeriesColumnsPiece[]> {
    if (pieces.length === 0) return [];
    const common = commonRange(pieces);
    if (common && 'widthMs' in binning && binning.widthMs === WIDTH_MS[kept]) return this.ofOneRange(tx, kept, { seriesIds: pieces.map(({ seriesId }) => seriesId), range: common, figures });
    const isOneToOne = 'widthMs' in binning && binning.widthMs === WIDTH_MS[kept];
    const rows = await tx.sql<SeriesPacked>(rollUpStatement(kept, { binning, figures, isOneToOne }), [
      pieces.map(({ seriesId }) => seriesId),
      pieces.map(({ range }) => sqlInstant(range.fromMs)),
      pieces.map(({ range }) => sqlInstant(range.toMs)),
      ...outer(pieces.map(({ range }) => range)),
      tx.tenantId,
      ...(isOneToOne ? [] : [binValue(binning)]),
    ]);
    const rangesOf = grouped(pieces, ({ seriesId }) => seriesId);
    return rows.flatMap((row) => {
      if (!row.bytes) return [{ seriesId: row.seriesId, columns: unpackedBuckets(row, figures) }];
      return partsOfBlock(row.bytes, { unit: kept, figures, binning, ranges: (rangesOf.get(row.seriesId) ?? []).map(({ range }) => range) }).map((columns) => ({ seriesId: row.seriesId, columns }));
    });
  }

  /** As they are kept, of series that are all read over one range: a single walk over the index, and no grouping. */
  private async ofOneRange(tx: TenantTx, kept: RollUpUnit, { seriesIds, range, figures }: { readonly seriesIds: readonly number[]; readonly range: TimeRange; readonly figures: readonly Figure[] }): Promise<SeriesColumnsPiece[]> {
    const rows = await tx.sql<RangePacked>(oneRangeStatement(kept, figures), [seriesIds, sqlInstant(range.fromMs), sqlInstant(range.toMs), tx.tenantId]);
    return rows.flatMap((row) => {
      if (!row.seriesIds) return [];
      const ids = unpackedIds(row.seriesIds);
      if (!row.bytes) return partedBySeries(ids, unpackedBuckets(row, figures));
      const columns = columnsWithin(openRollUps(row.bytes, kept, figures), range.fromMs, range.toMs);
      return columns.fromMs.length > 0 ? [{ seriesId: ids[0] as number, columns }] : [];
    });
  }

  /** The numbers of all pieces, each stamp once, NaN where a later value is none; for pieces short enough to be held. */
  async points(tx: TenantTx, asked: readonly SourcePieces[]): Promise<ReadonlyMap<number, BlockPoints>> {
    const places = asked.flatMap(({ source, ranges }) => source.shapes.flatMap(({ shapeId, position }) => ranges.map((range) => ({ seriesId: source.seriesId, shapeId, position, range }))));
    if (places.length === 0) return new Map();
    const ranges = places.map(({ range }) => range);
    const rows = await tx.sql<PackedPoints>(POINTS, [
      places.map(({ seriesId }) => seriesId),
      ranges.map(({ fromMs }) => sqlInstant(fromMs)),
      ranges.map(({ toMs }) => sqlInstant(toMs)),
      ...outer(ranges),
      tx.tenantId,
      places.map(({ shapeId }) => shapeId),
      places.map(({ position }) => position),
      sqlInstant(Math.floor(least(ranges.map(({ fromMs }) => fromMs)) / DAY_MS) * DAY_MS),
    ]);
    return new Map([...grouped(rows, ({ seriesId }) => seriesId)].map(([seriesId, some]) => [seriesId, pointsOf(some)]));
  }
}

function oneRangeStatement(kept: RollUpUnit, figures: readonly Figure[]): string {
  const ofRows = `SELECT ${packed.id('series_id')} AS "seriesIds", ${packed.instant('at')} AS "fromMs", ${packedFigures(figures, (figure) => FIGURE[figure].column)}, NULL::bytea AS bytes FROM (
      SELECT * FROM telemetry_${kept} WHERE tenant_id = $4 AND series_id = ANY ($1::int[]) AND at >= $2::timestamptz AND at < $3::timestamptz ORDER BY series_id, at OFFSET 0) r`;
  return `${ofRows} UNION ALL ${blocksOfRange(kept, { tenant: '$4', series: '$1', from: '$2', to: '$3', columns: noFigures(figures) })}`;
}

/** For a block, which holds them itself: nothing in the places of the start and of each figure. */
function noFigures(figures: readonly Figure[]): string {
  return ['start', ...figures].map(() => 'NULL::bytea').join(', ');
}

/** The range of all pieces, where they have one and each is of another series. */
function commonRange(pieces: readonly SeriesPiece[]): TimeRange | undefined {
  const range = pieces[0]?.range;
  const isCommon = pieces.length > 1 && pieces.every(({ range: { fromMs, toMs } }) => fromMs === range?.fromMs && toMs === range.toMs) && new Set(pieces.map(({ seriesId }) => seriesId)).size === pieces.length;
  return isCommon ? range : undefined;
}

/** Cuts columns where the series changes; they share their memory. */
function partedBySeries(ids: Int32Array, { fromMs, figures }: BucketColumns): SeriesColumnsPiece[] {
  const pieces: SeriesColumnsPiece[] = [];
  for (let from = 0; from < ids.length; ) {
    const seriesId = ids[from] as number;
    let to = from + 1;
    while (to < ids.length && ids[to] === seriesId) to += 1;
    const cut = (column: Float64Array): Float64Array => column.subarray(from, to);
    pieces.push({ seriesId, columns: { fromMs: cut(fromMs), figures: Object.fromEntries(Object.entries(figures).map(([figure, column]) => [figure, cut(column)])) } });
    from = to;
  }
  return pieces;
}

function rollUpStatement(kept: RollUpUnit, { binning, figures, isOneToOne }: { readonly binning: Binning; readonly figures: readonly Figure[]; readonly isOneToOne: boolean }): string {
  const bin = 'widthMs' in binning ? `date_bin($7::interval, at, 'epoch')` : `($7::timestamptz[])[width_bucket(at, $7::timestamptz[])]`;
  const source = `FROM telemetry_${kept} WHERE tenant_id = $6 AND series_id = piece.series_id AND ${WITHIN}`;
  const columns = figures.map((figure) => `${FIGURE[figure][isOneToOne ? 'column' : 'over']} AS "${figure}"`).join(', ');
  const rows = isOneToOne ? `SELECT at AS bin, ${columns} ${source} ORDER BY at OFFSET 0` : `SELECT ${bin} AS bin, ${columns} ${source} GROUP BY 1 ORDER BY 1 OFFSET 0`;
  const pieces = `unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) piece (series_id, from_at, to_at)`;
  const ofRows = `SELECT piece.series_id AS "seriesId", b.*, NULL::bytea AS bytes FROM ${pieces}
    CROSS JOIN LATERAL (SELECT ${packed.instant('bin')} AS "fromMs", ${packedFigures(figures, (figure) => `"${figure}"`)} FROM (${rows}) r) b
    WHERE b."fromMs" IS NOT NULL`;
  return `${ofRows} UNION ALL SELECT series_id, ${noFigures(figures)}, bytes FROM (${blocksOfPieces(kept, pieces, { tenant: '$6', from: '$4', to: '$5' })}) block`;
}

function pointsOf(rows: readonly PackedPoints[]): BlockPoints {
  const [row] = rows.flatMap((each) => (each.ats ? [{ atUs: unpackedUs(each.ats), num: unpackedNumbers(each.nums), rich: null }] : []));
  const blocks = rows.flatMap(({ bytes }) => (bytes ? [openBlock(bytes)] : [])).sort((a, b) => (a.atUs[0] ?? 0) - (b.atUs[0] ?? 0));
  return laidOver(row ?? NO_POINTS, joined(blocks.map(({ atUs, num }) => ({ atUs, num, rich: null }))));
}

const least = (instants: readonly number[]): number => instants.reduce((a, b) => Math.min(a, b));

function outer(ranges: readonly TimeRange[]): string[] {
  return [sqlInstant(least(ranges.map(({ fromMs }) => fromMs))), sqlInstant(ranges.reduce((most, { toMs }) => Math.max(most, toMs), 0))];
}

function binValue(binning: Binning): unknown {
  return 'widthMs' in binning ? `${binning.widthMs} milliseconds` : binning.edgesMs.map(sqlInstant);
}

/** One statement, that is one snapshot, for rows and blocks: a compaction moves points from the one to the other. */
const POINTS = `
WITH piece AS MATERIALIZED (
  SELECT * FROM unnest($1::int[], $2::timestamptz[], $3::timestamptz[], $7::int[], $8::int[]) piece (series_id, from_at, to_at, shape_id, position)
)
SELECT series_id AS "seriesId", ${packed.instant('at')} AS ats, ${packed.number(`COALESCE(num, 'NaN')`)} AS nums, NULL::bytea AS bytes FROM (
  SELECT DISTINCT ON (piece.series_id, t.at) piece.series_id, t.at, t.num FROM piece
  CROSS JOIN LATERAL (SELECT at, arrival, num[piece.position] AS num FROM telemetry WHERE shape_id = piece.shape_id AND ${WITHIN} OFFSET 0) t
  ORDER BY piece.series_id, t.at, t.arrival DESC OFFSET 0) p
GROUP BY series_id
UNION ALL SELECT b.series_id, NULL, NULL, b.bytes FROM (
  SELECT DISTINCT ON (piece.series_id, b.at) piece.series_id, b.bytes FROM piece
  CROSS JOIN LATERAL (
    SELECT at, bytes FROM telemetry_block
    WHERE tenant_id = $6 AND series_id = piece.series_id AND at >= date_trunc('day', piece.from_at, 'UTC') AND at < piece.to_at AND through_at >= piece.from_at
      AND at >= $9::timestamptz AND at < $5::timestamptz OFFSET 0) b
  ORDER BY piece.series_id, b.at) b`;
