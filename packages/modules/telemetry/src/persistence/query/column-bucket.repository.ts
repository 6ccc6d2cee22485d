import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { joined, laidOver, NO_POINTS, type BlockPoints, type BucketColumns, type Figure } from '@tenon/domain/telemetry';
import { DAY_MS, HOUR_MS, MINUTE_MS, type TimeRange } from '@tenon/kernel';
import { openBlock } from '../../blocks/seal-block.js';
import { grouped } from '../../grouped.js';
import { sqlInstant } from '../../instant.js';
import type { Binning } from '../../ranges/binning.js';
import type { SeriesPiece } from '../bucket.repository.js';
import type { SeriesSource } from '../series-source.repository.js';
import { packed, unpackedIds, unpackedMs, unpackedNumbers, unpackedUs } from './packed.js';

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

type Packed = { readonly seriesId: number; readonly fromMs: Buffer } & Readonly<Partial<Record<Figure, Buffer>>>;
type PackedPoints = { readonly seriesId: number } & ({ readonly ats: Buffer; readonly nums: Buffer; readonly bytes: null } | { readonly ats: null; readonly bytes: Buffer });

const WIDTH_MS = { minute: MINUTE_MS, hour: HOUR_MS } as const;

/** How a figure is read where buckets are wider than what is kept, and where they are not. */
const FIGURE: Readonly<Record<Figure, { readonly column: string; readonly over: string }>> = {
  count: { column: 'count::float8', over: 'sum(count)::float8' },
  min: { column: 'min', over: 'min(min)' },
  max: { column: 'max', over: 'max(max)' },
  sum: { column: 'sum', over: 'sum(sum)' },
  first: { column: 'first', over: '(array_agg(first ORDER BY at))[1]' },
  last: { column: 'last', over: '(array_agg(last ORDER BY at))[count(*)]' },
  firstAtMs: { column: 'first_at', over: 'min(first_at)' },
  lastAtMs: { column: 'last_at', over: 'max(last_at)' },
};
const isInstant = (figure: Figure): boolean => figure === 'firstAtMs' || figure === 'lastAtMs';

/** The outer bounds let the planner leave out partitions; OFFSET 0 keeps it from trying anything but one index range a piece. */
const WITHIN = `at >= piece.from_at AND at < piece.to_at AND at >= $4::timestamptz AND at < $5::timestamptz`;

/** Reads the time of many series in buckets, a statement for all of them. */
@Injectable()
export class ColumnBucketRepository {
  /** From minute or hour aggregates; the pieces must be whole ones, and none of them out of date. */
  async ofRollUps(tx: TenantTx, kept: 'minute' | 'hour', pieces: readonly SeriesPiece[], { binning, figures }: { readonly binning: Binning; readonly figures: readonly Figure[] }): Promise<SeriesColumnsPiece[]> {
    if (pieces.length === 0) return [];
    const common = commonRange(pieces);
    if (common && 'widthMs' in binning && binning.widthMs === WIDTH_MS[kept]) return this.ofOneRange(tx, kept, { seriesIds: pieces.map(({ seriesId }) => seriesId), range: common, figures });
    const isOneToOne = 'widthMs' in binning && binning.widthMs === WIDTH_MS[kept];
    const rows = await tx.sql<Packed>(rollUpStatement(kept, { binning, figures, isOneToOne }), [
      pieces.map(({ seriesId }) => seriesId),
      pieces.map(({ range }) => sqlInstant(range.fromMs)),
      pieces.map(({ range }) => sqlInstant(range.toMs)),
      ...outer(pieces.map(({ range }) => range)),
      tx.tenantId,
      ...(isOneToOne ? [] : [binValue(binning)]),
    ]);
    return rows.map((row) => ({ seriesId: row.seriesId, columns: columnsOf(row, figures) }));
  }

  /** As they are kept, of series that are all read over one range: a single walk over the index, and no grouping. */
  private async ofOneRange(tx: TenantTx, kept: 'minute' | 'hour', { seriesIds, range, figures }: { readonly seriesIds: readonly number[]; readonly range: TimeRange; readonly figures: readonly Figure[] }): Promise<SeriesColumnsPiece[]> {
    const [row] = await tx.sql<Packed & { readonly seriesIds: Buffer }>(oneRangeStatement(kept, figures), [seriesIds, sqlInstant(range.fromMs), sqlInstant(range.toMs), tx.tenantId]);
    return row?.seriesIds ? partedBySeries(unpackedIds(row.seriesIds), columnsOf(row, figures)) : [];
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

function oneRangeStatement(kept: 'minute' | 'hour', figures: readonly Figure[]): string {
  const columns = figures.map((figure) => `${(isInstant(figure) ? packed.instant : packed.number)(FIGURE[figure].column)} AS "${figure}"`).join(', ');
  return `SELECT ${packed.id('series_id')} AS "seriesIds", ${packed.instant('at')} AS "fromMs", ${columns} FROM (
      SELECT * FROM telemetry_${kept} WHERE tenant_id = $4 AND series_id = ANY ($1::int[]) AND at >= $2::timestamptz AND at < $3::timestamptz ORDER BY series_id, at OFFSET 0) r`;
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

function rollUpStatement(kept: 'minute' | 'hour', { binning, figures, isOneToOne }: { readonly binning: Binning; readonly figures: readonly Figure[]; readonly isOneToOne: boolean }): string {
  const bin = 'widthMs' in binning ? `date_bin($7::interval, at, 'epoch')` : `($7::timestamptz[])[width_bucket(at, $7::timestamptz[])]`;
  const source = `FROM telemetry_${kept} WHERE tenant_id = $6 AND series_id = piece.series_id AND ${WITHIN}`;
  const columns = figures.map((figure) => `${FIGURE[figure][isOneToOne ? 'column' : 'over']} AS "${figure}"`).join(', ');
  const rows = isOneToOne ? `SELECT at AS bin, ${columns} ${source} ORDER BY at OFFSET 0` : `SELECT ${bin} AS bin, ${columns} ${source} GROUP BY 1 ORDER BY 1 OFFSET 0`;
  return `SELECT piece.series_id AS "seriesId", b.* FROM unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) piece (series_id, from_at, to_at)
    CROSS JOIN LATERAL (SELECT ${packed.instant('bin')} AS "fromMs", ${figures.map((figure) => `${isInstant(figure) ? packed.instant(`"${figure}"`) : packed.number(`"${figure}"`)} AS "${figure}"`).join(', ')} FROM (${rows}) r) b
    WHERE b."fromMs" IS NOT NULL`;
}

function columnsOf(row: Packed, figures: readonly Figure[]): BucketColumns {
  const of = (figure: Figure): Float64Array => (isInstant(figure) ? unpackedMs : unpackedNumbers)(row[figure] as Buffer);
  return { fromMs: unpackedMs(row.fromMs), figures: Object.fromEntries(figures.map((figure) => [figure, of(figure)])) };
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
