import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx } from '@tenon/db';
import { FIGURES, type BucketColumns } from '@tenon/domain/telemetry';
import { DAY_MS, HOUR_MS, tenantId, type TenantId, type TimeRange } from '@tenon/kernel';
import type { NewRollUpBlock, RollUpUnit } from '../blocks/roll-up-blocks.js';
import { instantMs, sqlInstant } from '../instant.js';
import { FIGURE, packedFigures, unpackedBuckets, type PackedBuckets } from './packed-buckets.js';
import { packed } from './query/packed.js';
import { lockRollUps } from './roll-up-lock.js';

/** What is due to be moved: minutes of before an instant, and the blocks of hours of days before another. */
export interface SealDue {
  readonly rowsBeforeMs: number;
  /** The start of a day of UTC. */
  readonly daysBeforeMs: number;
}

/** A series with something to be moved, and the oldest of it. */
export interface DueSeries {
  readonly seriesId: number;
  readonly atMs: number;
}

/** A block as it was taken. */
export interface TakenRollUpBlock {
  readonly seriesId: number;
  /** Start of its hour, or day. */
  readonly at: number;
  readonly isDay: boolean;
  readonly minutes: Buffer;
  readonly hours: Buffer | null;
}

/** Moves aggregates between rows and blocks, in the transaction of whoever asks. */
@Injectable()
export class RollUpBlockRepository {
  /** Companies with anything that is due; a closed one is erased as a whole, or comes back as it was. */
  async companies(tx: SystemTx, due: SealDue): Promise<TenantId[]> {
    const rows = await tx.sql<{ id: string }>(
      `SELECT t.id FROM tenant t WHERE t.state <> 'closed' AND EXISTS (SELECT FROM series s WHERE s.tenant_id = t.id AND (
         EXISTS (SELECT FROM telemetry_minute m WHERE m.tenant_id = s.tenant_id AND m.series_id = s.id AND m.at < $1::timestamptz)
         OR EXISTS (SELECT FROM telemetry_roll_up_block b WHERE b.tenant_id = s.tenant_id AND b.series_id = s.id AND NOT b.is_day AND b.at < $2::timestamptz))) ORDER BY t.id`,
      [sqlInstant(due.rowsBeforeMs), sqlInstant(due.daysBeforeMs)],
    );
    return rows.map(({ id }) => tenantId(id));
  }

  /** The company's series with anything that is due, by the oldest of it. */
  async due(tx: TenantTx, due: SealDue): Promise<DueSeries[]> {
    const rows = await tx.sql<{ seriesId: number; at: number }>(
      `SELECT s.id AS "seriesId", date_part('epoch', least(m.at, b.at)) AS at FROM series s
       LEFT JOIN LATERAL (SELECT at FROM telemetry_minute WHERE tenant_id = $1 AND series_id = s.id AND at < $2::timestamptz ORDER BY at LIMIT 1) m ON true
       LEFT JOIN LATERAL (SELECT at FROM telemetry_roll_up_block WHERE tenant_id = $1 AND series_id = s.id AND NOT is_day AND at < $3::timestamptz ORDER BY at LIMIT 1) b ON true
       WHERE s.tenant_id = $1 AND (m.at IS NOT NULL OR b.at IS NOT NULL) ORDER BY least(m.at, b.at), s.id`,
      [tx.tenantId, sqlInstant(due.rowsBeforeMs), sqlInstant(due.daysBeforeMs)],
    );
    return rows.map(({ seriesId, at }) => ({ seriesId, atMs: instantMs(at) }));
  }

  /**
   * Holds off until this transaction ends whoever else writes the company's aggregates; gives those of the series that there are still, which nobody may delete
   * meanwhile: whoever deletes their machine then erases the blocks, too.
   */
  async begin(tx: TenantTx, seriesIds: readonly number[]): Promise<number[]> {
    await lockRollUps(tx);
    const rows = await tx.sql<{ id: number }>(`SELECT id FROM series WHERE tenant_id = $1 AND id = ANY($2::int[]) ORDER BY id FOR KEY SHARE`, [tx.tenantId, seriesIds]);
    return rows.map(({ id }) => id);
  }

  /** Deletes rows and gives what they held, by series. */
  async takeRows(tx: TenantTx, unit: RollUpUnit, seriesIds: readonly number[], { fromMs, toMs }: TimeRange): Promise<ReadonlyMap<number, BucketColumns>> {
    const rows = await tx.sql<PackedBuckets & { readonly seriesId: number }>(takeRows(unit), [tx.tenantId, seriesIds, sqlInstant(fromMs), sqlInstant(toMs)]);
    return new Map(rows.map((row) => [row.seriesId, unpackedBuckets(row, FIGURES)]));
  }

  /** Deletes all blocks of a day, and gives what they held. */
  takeDay(tx: TenantTx, seriesIds: readonly number[], dayMs: number): Promise<TakenRollUpBlock[]> {
    return tx.sql(
      `DELETE FROM telemetry_roll_up_block WHERE tenant_id = $1 AND series_id = ANY($2::int[]) AND at >= $3::timestamptz AND at < $4::timestamptz RETURNING series_id AS "seriesId", date_part('epoch', at) AS at, is_day AS "isDay", minutes, hours`,
      [tx.tenantId, seriesIds, sqlInstant(dayMs), sqlInstant(dayMs + DAY_MS)],
    );
  }

  /** Deletes these blocks, by when each begins, and gives what they held. */
  takeBlocks(tx: TenantTx, some: readonly DueSeries[]): Promise<TakenRollUpBlock[]> {
    return tx.sql(
      `DELETE FROM telemetry_roll_up_block b USING unnest($2::int[], $3::timestamptz[]) known (series_id, at)
       WHERE b.tenant_id = $1 AND b.series_id = known.series_id AND b.at = known.at RETURNING b.series_id AS "seriesId", date_part('epoch', b.at) AS at, b.is_day AS "isDay", b.minutes, b.hours`,
      [tx.tenantId, some.map(({ seriesId }) => seriesId), some.map(({ atMs }) => sqlInstant(atMs))],
    );
  }

  /** Has the aggregates of a metric computed anew of its points. */
  async markDirty(tx: TenantTx, seriesId: number, { fromMs, toMs }: TimeRange): Promise<void> {
    await tx.execute(
      `UPDATE telemetry_head SET dirty = dirty + tstzmultirange(tstzrange($3::timestamptz, $4::timestamptz))
       WHERE tenant_id = $1 AND shape_id IN (SELECT id FROM telemetry_shape WHERE tenant_id = $1 AND series_ids @> ARRAY[$2::int])`,
      [tx.tenantId, seriesId, sqlInstant(fromMs), sqlInstant(toMs)],
    );
  }

  async insert(tx: TenantTx, blocks: readonly NewRollUpBlock[]): Promise<void> {
    if (blocks.length === 0) return;
    await tx.execute(
      `INSERT INTO telemetry_roll_up_block (tenant_id, series_id, at, through_at, is_day, minutes, hours)
       SELECT $1, * FROM unnest($2::int[], $3::timestamptz[], $4::timestamptz[], $5::boolean[], $6::bytea[], $7::bytea[])`,
      [tx.tenantId, blocks.map(({ seriesId }) => seriesId), blocks.map(({ atMs }) => sqlInstant(atMs)), blocks.map(({ throughMs }) => sqlInstant(throughMs)), blocks.map(({ isDay }) => isDay), blocks.map(({ minutes }) => minutes), blocks.map(({ hours }) => hours)],
    );
  }
}

const takeRows = (unit: RollUpUnit): string => `
WITH taken AS (
  DELETE FROM telemetry_${unit} WHERE tenant_id = $1 AND series_id = ANY($2::int[]) AND at >= $3::timestamptz AND at < $4::timestamptz RETURNING *
)
SELECT series_id AS "seriesId", ${packed.instant('at')} AS "fromMs", ${packedFigures(FIGURES, (figure) => FIGURE[figure].column)}
FROM (SELECT * FROM taken ORDER BY series_id, at OFFSET 0) r GROUP BY series_id`;

/** The time that a block is of. */
export function spanOf({ at, isDay }: TakenRollUpBlock): TimeRange {
  const fromMs = instantMs(at);
  return { fromMs, toMs: fromMs + (isDay ? DAY_MS : HOUR_MS) };
}
