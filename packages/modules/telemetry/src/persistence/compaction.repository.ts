import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx } from '@tenon/db';
import { DAY_MS, tenantId, type TenantId, type TimeRange } from '@tenon/kernel';
import type { NewBlock } from '../blocks/sealed-blocks.js';
import type { TakenRows } from '../blocks/taken-rows.js';
import { instantMs, sqlInstant } from '../instant.js';
import { lockRollUps } from './roll-up-lock.js';

/** A machine's shape, as its rows are read by it. */
export interface MachineShape {
  readonly id: number;
  readonly seriesIds: readonly number[];
}

/** A stretch of one machine's time within one day of UTC. */
export interface Stretch extends TimeRange {
  /** Start of that day. */
  readonly dayMs: number;
}

/** Where to look for the next stretch. */
export interface Ahead {
  readonly range: TimeRange;
  /** About how many points of rows it should hold at most. */
  readonly mostPoints: number;
  /** Series of which a block counts, too, and not only rows. */
  readonly seriesIds: readonly number[];
}

interface StretchRow {
  fromAt: number | null;
  toAt: number;
  dayAt: number;
}

/** A block with fewer points is taken along by what comes right behind it, so that a day that came bit by bit ends in few blocks all the same. */
const FEW_POINTS = 5_000;

/** Moves points from rows into blocks, in the transaction of whoever asks. */
@Injectable()
export class CompactionRepository {
  /** Companies that have rows before an instant, by what their machines are known to send. */
  async companies(tx: SystemTx, beforeMs: number): Promise<TenantId[]> {
    const rows = await tx.sql<{ id: string }>(
      `SELECT DISTINCT s.tenant_id AS id FROM telemetry_shape s WHERE EXISTS (SELECT FROM telemetry t WHERE t.shape_id = s.id AND t.at < $1::timestamptz)`,
      [sqlInstant(beforeMs)],
    );
    return rows.map(({ id }) => tenantId(id));
  }

  /** The company's machines that have rows before an instant. */
  async machines(tx: TenantTx, beforeMs: number): Promise<string[]> {
    const rows = await tx.sql<{ id: string }>(
      `SELECT DISTINCT s.device_id AS id FROM telemetry_shape s WHERE s.tenant_id = $1 AND EXISTS (SELECT FROM telemetry t WHERE t.shape_id = s.id AND t.at < $2::timestamptz)`,
      [tx.tenantId, sqlInstant(beforeMs)],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * The machine's shapes, that nobody may delete until this transaction ends: whoever deletes the machine then erases the blocks,
   * too. And nobody rolls the company up meanwhile, which reads blocks and rows by two statements.
   */
  async begin(tx: TenantTx, deviceId: string): Promise<MachineShape[]> {
    await lockRollUps(tx);
    return tx.sql<MachineShape>(`SELECT id, series_ids AS "seriesIds" FROM telemetry_shape WHERE tenant_id = $1 AND device_id = $2 ORDER BY id FOR KEY SHARE`, [tx.tenantId, deviceId]);
  }

  /** From the oldest point of a range, as far as one day goes and about so many points; `undefined` where there is none. */
  async next(tx: TenantTx, shapes: readonly MachineShape[], { range, mostPoints, seriesIds }: Ahead): Promise<Stretch | undefined> {
    const most = shapes.map((shape) => Math.max(1, Math.floor(mostPoints / shapes.length / shape.seriesIds.length)));
    const [row] = await tx.sql<StretchRow>(NEXT, [shapes.map(({ id }) => id), most, sqlInstant(range.fromMs), sqlInstant(range.toMs), tx.tenantId, seriesIds, sqlInstant(dayOf(range.fromMs))]);
    return row && row.fromAt !== null ? { fromMs: instantMs(row.fromAt), toMs: instantMs(row.toAt), dayMs: instantMs(row.dayAt) } : undefined;
  }

  /** Deletes the rows of a stretch and gives what they held: exactly those that were deleted, whatever else is stored meanwhile. */
  takeRows(tx: TenantTx, shapes: readonly MachineShape[], { fromMs, toMs }: Stretch): Promise<TakenRows[]> {
    return tx.sql<TakenRows>(TAKE_ROWS, [shapes.map(({ id }) => id), sqlInstant(fromMs), sqlInstant(toMs), tx.tenantId]);
  }

  /** Deletes the blocks into which a stretch's rows go: those that reach into it, and a small one right before it. */
  takeBlocks(tx: TenantTx, seriesIds: readonly number[], { fromMs, toMs, dayMs }: Stretch): Promise<{ seriesId: number; bytes: Buffer }[]> {
    return tx.sql(
      `DELETE FROM telemetry_block b USING unnest($2::int[]) wanted (series_id)
         LEFT JOIN LATERAL (SELECT at, through_at, count FROM telemetry_block
           WHERE tenant_id = $1 AND series_id = wanted.series_id AND at >= $5::timestamptz AND at < $3::timestamptz ORDER BY at DESC LIMIT 1) before ON true
       WHERE b.tenant_id = $1 AND b.series_id = wanted.series_id AND b.at >= $5::timestamptz AND b.at < $4::timestamptz
         AND (b.at >= $3::timestamptz OR (b.at = before.at AND (before.through_at >= $3::timestamptz OR before.count < ${FEW_POINTS})))
       RETURNING b.series_id AS "seriesId", b.bytes`,
      [tx.tenantId, seriesIds, sqlInstant(fromMs), sqlInstant(toMs), sqlInstant(dayMs)],
    );
  }

  /** Deletes all blocks of these metrics within whole days, and gives what they held. */
  takeDays(tx: TenantTx, seriesIds: readonly number[], { fromMs, toMs }: TimeRange): Promise<{ seriesId: number; bytes: Buffer }[]> {
    return tx.sql(`DELETE FROM telemetry_block WHERE tenant_id = $1 AND series_id = ANY($2::int[]) AND at >= $3::timestamptz AND at < $4::timestamptz RETURNING series_id AS "seriesId", bytes`, [
      tx.tenantId,
      seriesIds,
      sqlInstant(fromMs),
      sqlInstant(toMs),
    ]);
  }

  /** Gives back what emptied months take up, as far as nobody is at them; gives their names. */
  async freeEmptied(tx: SystemTx): Promise<string[]> {
    // Its lock shuts out everybody; while it waits for a long reader, they would wait behind it.
    await tx.execute(`SET LOCAL lock_timeout = '500ms'`);
    const rows = await tx.sql<{ name: string }>('SELECT tenon_free_emptied() AS name');
    return rows.map(({ name }) => name);
  }

  async insert(tx: TenantTx, blocks: readonly NewBlock[]): Promise<void> {
    await tx.execute(
      `INSERT INTO telemetry_block (tenant_id, series_id, at, through_at, count, bytes)
       SELECT $1, * FROM unnest($2::int[], $3::timestamptz[], $4::timestamptz[], $5::int[], $6::bytea[])`,
      [tx.tenantId, blocks.map(({ seriesId }) => seriesId), blocks.map(({ fromMs }) => sqlInstant(fromMs)), blocks.map(({ throughMs }) => sqlInstant(throughMs)), blocks.map(({ count }) => count), blocks.map(({ bytes }) => bytes)],
    );
  }
}

const NEXT = `
WITH shape AS (
  SELECT * FROM unnest($1::int[], $2::int[]) shape (id, most)
), first AS (
  SELECT least(
    (SELECT min(t.at) FROM shape CROSS JOIN LATERAL (SELECT at FROM telemetry WHERE shape_id = shape.id AND at >= $3::timestamptz AND at < $4::timestamptz ORDER BY at LIMIT 1) t),
    (SELECT min(greatest(b.at, $3::timestamptz)) FROM unnest($6::int[]) wanted (series_id) CROSS JOIN LATERAL (
      SELECT at FROM telemetry_block WHERE tenant_id = $5 AND series_id = wanted.series_id AND at >= $7::timestamptz AND at < $4::timestamptz AND through_at >= $3::timestamptz ORDER BY at LIMIT 1) b)
  ) AS at
), day AS (
  SELECT at, date_trunc('day', at, 'UTC') AS from_at, least(date_trunc('day', at, 'UTC') + interval '24 hours', $4::timestamptz) AS to_at FROM first
), full_at AS (
  SELECT min(t.at) AS at FROM day CROSS JOIN shape CROSS JOIN LATERAL (
    SELECT at FROM telemetry WHERE shape_id = shape.id AND at >= day.at AND at < day.to_at ORDER BY at OFFSET shape.most LIMIT 1) t
)
SELECT date_part('epoch', day.at) AS "fromAt", date_part('epoch', day.from_at) AS "dayAt",
  date_part('epoch', greatest(least(day.to_at, full_at.at), day.at + interval '1 microsecond')) AS "toAt"
FROM day CROSS JOIN full_at`;

const TAKE_ROWS = `
WITH taken AS (
  DELETE FROM telemetry WHERE tenant_id = $4 AND shape_id = ANY($1::int[]) AND at >= $2::timestamptz AND at < $3::timestamptz
  RETURNING shape_id, at, arrival, num, rich
), latest AS (
  SELECT DISTINCT ON (shape_id, at) shape_id, at, arrival, num, rich, min(arrival) OVER same AS first, count(*) OVER same AS times FROM taken
  WINDOW same AS (PARTITION BY shape_id, at) ORDER BY shape_id, at, arrival DESC
), placed AS (
  SELECT *, row_number() OVER (PARTITION BY shape_id ORDER BY at) AS place FROM latest
)
SELECT shape_id AS "shapeId", count(*)::int AS count, string_agg(timestamptz_send(at), ''::bytea ORDER BY at) AS ats,
  string_agg(int8send(arrival), ''::bytea ORDER BY at) AS arrivals, string_agg(int8send(first), ''::bytea ORDER BY at) AS firsts, string_agg(int4send(times::int), ''::bytea ORDER BY at) AS times, string_agg(array_send(num), ''::bytea ORDER BY at) AS nums,
  jsonb_object_agg(place, (SELECT jsonb_object_agg(key, value::text) FROM jsonb_each(rich))) FILTER (WHERE rich IS NOT NULL) AS rich
FROM placed GROUP BY shape_id ORDER BY shape_id`;

function dayOf(atMs: number): number {
  return Math.floor(atMs / DAY_MS) * DAY_MS;
}
