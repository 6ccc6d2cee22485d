import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { DAY_MS, type TimeRange } from '@tenon/kernel';
import type { StoredRow } from '../../blocks/stored-points.js';
import { sqlInstant } from '../../instant.js';
import { consecutive } from './layer.repository.js';
import type { PieceDays } from './piece.repository.js';

/** What is stored of some metrics, in rows and in blocks, as of one moment. */
@Injectable()
export class StandingRepository {
  /** The first of these days, as many as the machine's blocks of them have about so many points; at least one. */
  async fitting(tx: TenantTx, { deviceId, days }: PieceDays, most: number): Promise<PieceDays> {
    const rows = await tx.sql<{ day: number; count: number }>(
      `SELECT floor(date_part('epoch', b.at) / 86400)::int AS day, sum(b.count)::float8 AS count FROM series s JOIN telemetry_block b ON b.tenant_id = s.tenant_id AND b.series_id = s.id
       WHERE s.tenant_id = $1 AND s.device_id = $2 AND b.at >= $3::timestamptz AND b.at < $4::timestamptz GROUP BY 1`,
      [tx.tenantId, deviceId, sqlInstant((days[0] ?? 0) * DAY_MS), sqlInstant(((days.at(-1) ?? 0) + 1) * DAY_MS)],
    );
    const counts = new Map(rows.map(({ day, count }) => [day, count]));
    return { deviceId, days: consecutive(days.map((day) => ({ day, count: counts.get(day) ?? 0 })), most) };
  }

  /** One statement: a compaction moves points from rows into blocks. */
  ofDays(tx: TenantTx, seriesIds: readonly number[], { fromMs, toMs }: TimeRange): Promise<(StoredRow & { readonly seriesId: number })[]> {
    return tx.sql(
      `WITH place AS MATERIALIZED (
         SELECT s.id, wanted.id AS series_id, array_position(s.series_ids, wanted.id) AS position FROM unnest($2::int[]) wanted (id)
         JOIN series n ON n.tenant_id = $1 AND n.id = wanted.id
         JOIN telemetry_shape s ON s.tenant_id = $1 AND s.device_id = n.device_id AND s.series_ids @> ARRAY[wanted.id]
       )
       SELECT series_id AS "seriesId", date_part('epoch', at) AS at, num, rich, NULL::bytea AS bytes FROM (
         SELECT DISTINCT ON (place.series_id, t.at) place.series_id, t.at, t.num[place.position] AS num, (t.rich -> place.position::text)::text AS rich
         FROM place CROSS JOIN LATERAL (SELECT * FROM telemetry WHERE shape_id = place.id AND at >= $3::timestamptz AND at < $4::timestamptz) t
         WHERE t.num[place.position] IS NOT NULL OR t.rich ? place.position::text
         ORDER BY place.series_id, t.at, t.arrival DESC) row
       UNION ALL
       SELECT series_id, NULL, NULL, NULL, bytes FROM telemetry_block WHERE tenant_id = $1 AND series_id = ANY($2::int[]) AND at >= $3::timestamptz AND at < $4::timestamptz`,
      [tx.tenantId, seriesIds, sqlInstant(fromMs), sqlInstant(toMs)],
    );
  }
}
