import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { TimeRange } from '@tenon/kernel';
import { instantMs, sqlInstant } from '../instant.js';
import type { ValuePoint } from './point.repository.js';

/** The newest message of one shape. */
export interface Head {
  readonly shapeId: number;
  readonly seriesIds: readonly number[];
  readonly atMs: number;
  readonly arrival: string;
}

/** The newest message of each shape, as the gateway keeps it. */
@Injectable()
export class HeadRepository {
  /** Those of a machine whose stamp lies in a range, in the order in which the gateway locks them. */
  async listWithin(tx: TenantTx, deviceId: string, { fromMs, toMs }: TimeRange): Promise<Head[]> {
    const rows = await tx.sql<Omit<Head, 'atMs'> & { at: number }>(
      `SELECT h.shape_id AS "shapeId", s.series_ids AS "seriesIds", date_part('epoch', h.at) AS at, h.arrival
       FROM telemetry_shape s JOIN telemetry_head h ON h.tenant_id = s.tenant_id AND h.shape_id = s.id
       WHERE s.tenant_id = $1 AND s.device_id = $2 AND h.at >= $3::timestamptz AND h.at < $4::timestamptz ORDER BY h.shape_id`,
      [tx.tenantId, deviceId, sqlInstant(fromMs), sqlInstant(toMs)],
    );
    return rows.map(({ at, ...head }) => ({ ...head, atMs: instantMs(at) }));
  }

  /**
   * Writes over a message the newest of these points and those of its stamp, one place a metric; unless another message came meanwhile. Where no
   * point is left, it stays as one that says nothing, for what is marked beside it.
   */
  async replace(tx: TenantTx, head: Head, points: readonly (ValuePoint | undefined)[]): Promise<void> {
    const newestMs = points.reduce((newest, point) => Math.max(newest, point?.atMs ?? 0), 0);
    const values = points.map((point) => (point?.atMs === newestMs ? point.value : null));
    const rich = values.flatMap((value, index) => (value === null || typeof value === 'number' ? [] : [[String(index + 1), value] as const]));
    await tx.execute(
      `UPDATE telemetry_head SET at = $4::timestamptz, num = $5::float8[], rich = $6::jsonb WHERE tenant_id = $1 AND shape_id = $2 AND arrival = $3::bigint AND at = $7::timestamptz`,
      [tx.tenantId, head.shapeId, head.arrival, sqlInstant(newestMs || head.atMs), values.map((value) => (typeof value === 'number' ? value : null)), rich.length > 0 ? JSON.stringify(Object.fromEntries(rich)) : null, sqlInstant(head.atMs)],
    );
  }
}
