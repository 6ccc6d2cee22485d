import type { TenantTx } from '@tenon/db';
import { columnsWhere, figureOf, type BucketColumns } from '@tenon/domain/telemetry';
import { HOUR_MS, type TimeRange } from '@tenon/kernel';
import { unlessDamaged } from '../blocks/damage.js';
import { dayBlock, openedBlock, type NewRollUpBlock, type RollUpUnit } from '../blocks/roll-up-blocks.js';
import { grouped } from '../grouped.js';
import { instantMs, sqlInstant } from '../instant.js';
import { grownRanges, mergedRanges } from '../ranges/time-ranges.js';
import { columns } from './dirty-columns.js';
import type { DirtyMinutes } from './dirty-minutes.repository.js';
import { blocksOfPiece } from './roll-up-block-look.js';
import { RollUpBlockRepository, spanOf, type TakenRollUpBlock } from './roll-up-block.repository.js';
import { WANTED } from './roll-up-statements.js';
import { sqlNumber } from './sql-number.js';

interface FoundBlock {
  readonly seriesId: number;
  readonly at: number;
}

interface SeriesRows {
  readonly seriesId: number;
  readonly rows: BucketColumns;
}

/** Blocks that are opened at a time: of days, some ten megabytes of rows. */
const LOT = 200;

/**
 * Makes rows of aggregates that are in blocks and about to be computed anew. By whole hours, since an hour's aggregate is made of its minutes: an hour of a series,
 * with its minutes, stands in rows or in a block, never in both, so neither whoever writes nor whoever reads has to choose. No other may move aggregates meanwhile
 * (the company's lock).
 */
export class SealedRollUps {
  // Made here: it is a part of this one.
  private readonly blocks = new RollUpBlockRepository();

  /**
   * Nearly always there is nothing to be done.
   * @returns what is to be computed anew: besides what was asked for, all that a block held which is damaged and therefore gone
   */
  async open(tx: TenantTx, asked: readonly DirtyMinutes[]): Promise<readonly DirtyMinutes[]> {
    let dirty = asked;
    for (;;) {
      const damaged = await this.openAll(tx, dirty);
      if (damaged.size === 0) return dirty;
      // Of all series of the machine, whose hours of that time are opened in the next round.
      dirty = dirty.map((one) => ({ ...one, ranges: mergedRanges([...one.ranges, ...one.seriesIds.flatMap((seriesId) => damaged.get(seriesId) ?? [])]) }));
    }
  }

  /** @returns what damaged blocks were of, by series */
  private async openAll(tx: TenantTx, dirty: readonly DirtyMinutes[]): Promise<ReadonlyMap<number, readonly TimeRange[]>> {
    const hours = dirty.map((one) => ({ ...one, ranges: grownRanges(one.ranges, HOUR_MS) }));
    const found = await tx.sql<FoundBlock>(BLOCKS, [tx.tenantId, ...columns(hours)]);
    const rangesOf = new Map(hours.flatMap(({ seriesIds, ranges }) => seriesIds.map((seriesId) => [seriesId, ranges] as const)));
    const damaged: TakenRollUpBlock[] = [];
    for (let from = 0; from < found.length; from += LOT) damaged.push(...(await this.lot(tx, found.slice(from, from + LOT), rangesOf)));
    return new Map([...grouped(damaged, ({ seriesId }) => seriesId)].map(([seriesId, blocks]) => [seriesId, blocks.map(spanOf)]));
  }

  private async lot(tx: TenantTx, found: readonly FoundBlock[], rangesOf: ReadonlyMap<number, readonly TimeRange[]>): Promise<TakenRollUpBlock[]> {
    const taken = await this.blocks.takeBlocks(tx, found.map(({ seriesId, at }) => ({ seriesId, atMs: instantMs(at) })));
    const opened = taken.map((block) => ({ block, part: unlessDamaged(() => parted(block, rangesOf.get(block.seriesId) ?? [])) }));
    const parts = opened.flatMap(({ part }) => part ?? []);
    await insertRows(tx, 'minute', parts.map(({ seriesId, minutes }) => ({ seriesId, rows: minutes })));
    await insertRows(tx, 'hour', parts.map(({ seriesId, hours }) => ({ seriesId, rows: hours })));
    await this.blocks.insert(tx, parts.flatMap(({ kept }) => kept));
    return opened.flatMap(({ block, part }) => (part ? [] : [block]));
  }
}

interface Parted {
  readonly seriesId: number;
  /** What becomes rows. */
  readonly minutes: BucketColumns;
  readonly hours: BucketColumns;
  /** What stays a block. */
  readonly kept: readonly NewRollUpBlock[];
}

function parted({ seriesId, isDay, ...sealed }: TakenRollUpBlock, ranges: readonly TimeRange[]): Parted {
  const isOpened = (startMs: number): boolean => ranges.some(({ fromMs, toMs }) => startMs >= fromMs && startMs < toMs);
  const { minutes, hours } = openedBlock(sealed);
  const rest = columnsWhere(minutes, (startMs) => !isOpened(startMs));
  // A block of an hour is opened whole, as is one of which nothing stays.
  if (!isDay || rest.fromMs.length === 0) return { seriesId, minutes, hours, kept: [] };
  return { seriesId, minutes: columnsWhere(minutes, isOpened), hours: columnsWhere(hours, isOpened), kept: [dayBlock(seriesId, { minutes: rest, hours: columnsWhere(hours, (startMs) => !isOpened(startMs)) })] };
}

async function insertRows(tx: TenantTx, unit: RollUpUnit, some: readonly SeriesRows[]): Promise<void> {
  const all = <Value>(of: (one: SeriesRows) => ArrayLike<Value>): Value[] => some.flatMap((one) => Array.from(of(one)));
  const ats = all(({ rows }) => Array.from(rows.fromMs, sqlInstant));
  if (ats.length === 0) return;
  const numbers = (figure: 'min' | 'max' | 'sum' | 'first' | 'last') => all(({ rows }) => Array.from(figureOf(rows, figure), sqlNumber));
  const instants = (figure: 'firstAtMs' | 'lastAtMs') => all(({ rows }) => Array.from(figureOf(rows, figure), sqlInstant));
  await tx.execute(
    `INSERT INTO telemetry_${unit} (tenant_id, series_id, at, count, min, max, sum, first, last, first_at, last_at)
     SELECT $1, * FROM unnest($2::int[], $3::timestamptz[], $4::int[], $5::float8[], $6::float8[], $7::float8[], $8::float8[], $9::float8[], $10::timestamptz[], $11::timestamptz[])`,
    [
      tx.tenantId,
      all(({ seriesId, rows }) => Array.from(rows.fromMs, () => seriesId)),
      ats,
      all(({ rows }) => figureOf(rows, 'count')),
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
