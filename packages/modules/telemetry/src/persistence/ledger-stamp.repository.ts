import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { TimeRange } from '@tenon/kernel';
import { instantMs, sqlInstant } from '../instant.js';

/** What a machine has within a stretch: rows by set of metrics, and blocks by metric. What a row is not is null. */
export interface StampRow {
  readonly shapeId: number | null;
  readonly seriesIds: readonly number[] | null;
  /** `timestamptz` and `bigint` in PostgreSQL's binary forms, eight bytes a row, in order of both. */
  readonly ats: Buffer | null;
  readonly arrivals: Buffer | null;
  readonly seriesId: number | null;
  readonly bytes: Buffer | null;
}

const SHAPES = `SELECT id, series_ids FROM telemetry_shape WHERE tenant_id = $1 AND device_id = $2`;
const BLOCKS = `SELECT id FROM series WHERE tenant_id = $1 AND device_id = $2`;

/** When a machine told something: stamps of rows and of blocks, without what they say. */
@Injectable()
export class LedgerStampRepository {
  /** Rows and blocks of a stretch in one statement, since a compaction moves points from one to the other. Blocks are given whole. */
  within(tx: TenantTx, deviceId: string, { fromMs, toMs }: TimeRange): Promise<StampRow[]> {
    return tx.sql<StampRow>(
      `SELECT shape.id AS "shapeId", shape.series_ids AS "seriesIds", t.ats, t.arrivals, NULL::int AS "seriesId", NULL::bytea AS bytes
       FROM (${SHAPES}) shape CROSS JOIN LATERAL (
         SELECT string_agg(timestamptz_send(at), ''::bytea ORDER BY at, arrival) AS ats, string_agg(int8send(arrival), ''::bytea ORDER BY at, arrival) AS arrivals
         FROM telemetry WHERE shape_id = shape.id AND at >= $3::timestamptz AND at < $4::timestamptz) t
       WHERE t.ats IS NOT NULL
       UNION ALL
       SELECT NULL, NULL, NULL, NULL, b.series_id, b.bytes FROM (${BLOCKS}) s
       JOIN telemetry_block b ON b.tenant_id = $1 AND b.series_id = s.id AND b.at >= date_trunc('day', $3::timestamptz, 'UTC') AND b.at < $4::timestamptz AND b.through_at >= $3::timestamptz`,
      [tx.tenantId, deviceId, sqlInstant(fromMs), sqlInstant(toMs)],
    );
  }

  /** The readings right before and right behind a stretch, since the ledger began. */
  async around(tx: TenantTx, deviceId: string, { range: { fromMs, toMs }, sinceMs }: { range: TimeRange; sinceMs: number }): Promise<{ beforeMs: number | null; behindMs: number | null }> {
    const [row] = await tx.sql<{ before: number | null; behind: number | null }>(
      `SELECT (SELECT max(date_part('epoch', at)) FROM (
           SELECT t.at FROM (${SHAPES}) shape CROSS JOIN LATERAL (SELECT at FROM telemetry WHERE shape_id = shape.id AND at < $3::timestamptz AND at >= $5::timestamptz ORDER BY at DESC LIMIT 1) t
           UNION ALL
           SELECT b.at FROM (${BLOCKS}) s CROSS JOIN LATERAL (SELECT through_at AS at FROM telemetry_block WHERE tenant_id = $1 AND series_id = s.id AND at < $3::timestamptz AND at >= $5::timestamptz ORDER BY at DESC LIMIT 1) b
         ) before WHERE at < $3::timestamptz) AS before,
         (SELECT min(date_part('epoch', at)) FROM (
           SELECT t.at FROM (${SHAPES}) shape CROSS JOIN LATERAL (SELECT at FROM telemetry WHERE shape_id = shape.id AND at >= $4::timestamptz ORDER BY at LIMIT 1) t
           UNION ALL
           SELECT b.at FROM (${BLOCKS}) s CROSS JOIN LATERAL (SELECT at FROM telemetry_block WHERE tenant_id = $1 AND series_id = s.id AND at >= $4::timestamptz ORDER BY at LIMIT 1) b
         ) behind) AS behind`,
      [tx.tenantId, deviceId, sqlInstant(fromMs), sqlInstant(toMs), sqlInstant(sinceMs)],
    );
    const ms = (at: number | null | undefined): number | null => (at === null || at === undefined ? null : instantMs(at));
    return { beforeMs: ms(row?.before), behindMs: ms(row?.behind) };
  }

  /** A machine's latest stamps that are still rows, in microseconds and in order, each once. */
  async latest(tx: TenantTx, deviceId: string, { sinceMs, limit }: { sinceMs: number; limit: number }): Promise<Float64Array> {
    const rows = await tx.sql<{ at: number }>(
      `SELECT DISTINCT date_part('epoch', t.at) AS at FROM (${SHAPES}) shape CROSS JOIN LATERAL (SELECT at FROM telemetry WHERE shape_id = shape.id AND at >= $4::timestamptz ORDER BY at DESC LIMIT $3) t ORDER BY at DESC LIMIT $3`,
      [tx.tenantId, deviceId, limit, sqlInstant(sinceMs)],
    );
    return Float64Array.from(rows, ({ at }) => Math.round(at * 1_000_000)).reverse();
  }
}
