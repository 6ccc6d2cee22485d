import type { TenantTx } from '@tenon/db';
import { columnsWhere, figureOf, type BucketColumns } from '@tenon/domain/telemetry';
import { HOUR_MS, type TimeRange } from '@tenon/kernel';
import { dayBlock, hourBlocks, openMinutes, type NewMinuteBlock } from '../blocks/minute-blocks.js';
import { instantMs, sqlInstant } from '../instant.js';
import { grownRanges } from '../ranges/time-ranges.js';
import { columns } from './dirty-columns.js';
import type { DirtyMinutes } from './dirty-minutes.repository.js';
import { blocksOfPiece } from './minute-block-look.js';
import { MinuteBlockRepository, type TakenMinuteBlock } from './minute-block.repository.js';
import { WANTED } from './roll-up-statements.js';
import { sqlNumber } from './sql-number.js';

interface FoundBlock {
  readonly seriesId: number;
  readonly at: number;
}

interface SeriesMinutes {
  readonly seriesId: number;
  readonly minutes: BucketColumns;
}

/** Blocks that are opened at a time: of days, some ten megabytes of rows. */
const LOT = 200;

/**
 * Makes rows of minutes that are in blocks and about to be computed anew. By whole hours, since an hour's aggregate is made of its minutes: an hour of a series
 * stands in rows or in a block, never in both, so neither whoever writes nor whoever reads has to choose. No other may move minutes meanwhile (the company's lock).
 */
export class SealedMinutes {
  // Made here: it is a part of this one.
  private readonly blocks = new MinuteBlockRepository();

  /** Nearly always there is nothing to be done. */
  async open(tx: TenantTx, dirty: readonly DirtyMinutes[]): Promise<void> {
    const hours = dirty.map((one) => ({ ...one, ranges: grownRanges(one.ranges, HOUR_MS) }));
    const found = await tx.sql<FoundBlock>(BLOCKS, [tx.tenantId, ...columns(hours)]);
    if (found.length === 0) return;
    const rangesOf = new Map(hours.flatMap(({ seriesIds, ranges }) => seriesIds.map((seriesId) => [seriesId, ranges] as const)));
    for (let from = 0; from < found.length; from += LOT) await this.lot(tx, found.slice(from, from + LOT), rangesOf);
  }

  private async lot(tx: TenantTx, found: readonly FoundBlock[], rangesOf: ReadonlyMap<number, readonly TimeRange[]>): Promise<void> {
    const taken = await this.blocks.takeBlocks(tx, found.map(({ seriesId, at }) => ({ seriesId, atMs: instantMs(at) })));
    const parts = taken.map((block) => parted(block, rangesOf.get(block.seriesId) ?? []));
    await insertRows(tx, parts.map(({ opened }) => opened));
    await this.blocks.insert(tx, parts.flatMap(({ kept }) => kept));
  }
}

/** What of a block becomes rows, and what of it stays one. */
function parted({ seriesId, isDay, bytes }: TakenMinuteBlock, ranges: readonly TimeRange[]): { readonly opened: SeriesMinutes; readonly kept: NewMinuteBlock[] } {
  const minutes = openMinutes(bytes);
  const isOpened = (startMs: number): boolean => ranges.some(({ fromMs, toMs }) => startMs >= fromMs && startMs < toMs);
  const rest = columnsWhere(minutes, (startMs) => !isOpened(startMs));
  const kept = rest.fromMs.length === 0 ? [] : isDay ? [dayBlock(seriesId, rest)] : hourBlocks(seriesId, rest);
  return { opened: { seriesId, minutes: columnsWhere(minutes, isOpened) }, kept };
}

async function insertRows(tx: TenantTx, some: readonly SeriesMinutes[]): Promise<void> {
  const all = <Value>(of: (one: SeriesMinutes) => ArrayLike<Value>): Value[] => some.flatMap((one) => Array.from(of(one)));
  const numbers = (figure: 'min' | 'max' | 'sum' | 'first' | 'last') => all(({ minutes }) => Array.from(figureOf(minutes, figure), sqlNumber));
  const instants = (figure: 'firstAtMs' | 'lastAtMs') => all(({ minutes }) => Array.from(figureOf(minutes, figure), sqlInstant));
  await tx.execute(
    `INSERT INTO telemetry_minute (tenant_id, series_id, at, count, min, max, sum, first, last, first_at, last_at)
     SELECT $1, * FROM unnest($2::int[], $3::timestamptz[], $4::int[], $5::float8[], $6::float8[], $7::float8[], $8::float8[], $9::float8[], $10::timestamptz[], $11::timestamptz[])`,
    [
      tx.tenantId,
      all(({ seriesId, minutes }) => Array.from(minutes.fromMs, () => seriesId)),
      all(({ minutes }) => Array.from(minutes.fromMs, sqlInstant)),
      all(({ minutes }) => figureOf(minutes, 'count')),
      numbers('min'),
      numbers('max'),
      numbers('sum'),
      numbers('first'),
      numbers('last'),
      instants('firstAtMs'),
      instants('lastAtMs'),
    ],
  );
}

const BLOCKS = `
WITH ${WANTED}
SELECT DISTINCT piece.series_id AS "seriesId", date_part('epoch', b.at) AS at FROM (
  SELECT series_id, from_at, to_at FROM wanted CROSS JOIN LATERAL unnest(wanted.froms, wanted.tos) span (from_at, to_at)) piece
CROSS JOIN LATERAL (${blocksOfPiece('at', { tenant: '$1', from: '$5', to: '$6' })} OFFSET 0) b`;
