import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';

/** The tables whose rows belong to a series, in the order in which they are erased. */
export const SERIES_TABLES = ['telemetry_block', 'telemetry_minute', 'telemetry_roll_up_block', 'telemetry_hour'] as const;
type SeriesTable = (typeof SERIES_TABLES)[number];

/** All by which a machine's telemetry can be found once the machine itself is gone. */
export interface DeviceFootprint {
  readonly shapeIds: readonly number[];
  readonly seriesIds: readonly number[];
}

/** What a machine leaves in the telemetry tables, and its removal. */
@Injectable()
export class FootprintRepository {
  async ofDevice(tx: TenantTx, deviceId: string): Promise<DeviceFootprint> {
    const rows = await tx.sql<DeviceFootprint>(
      `SELECT ARRAY(SELECT id FROM telemetry_shape WHERE device_id = $1 ORDER BY id) AS "shapeIds",
              ARRAY(SELECT id FROM series WHERE device_id = $1 ORDER BY id) AS "seriesIds"`,
      [deviceId],
    );
    return rows[0] ?? { shapeIds: [], seriesIds: [] };
  }

  /** Deletes the oldest points of a shape, some `batch` of them; gives how many, 0 when none are left. */
  erasePoints(tx: TenantTx, shapeId: number, batch: number): Promise<number> {
    return tx.execute(
      `DELETE FROM telemetry WHERE shape_id = $1 AND at <= (
         SELECT max(at) FROM (SELECT at FROM telemetry WHERE shape_id = $1 ORDER BY at LIMIT $2) oldest)`,
      [shapeId, batch],
    );
  }

  /** Deletes the oldest blocks or roll-ups of a series, some `batch` of them; gives how many, 0 when none are left. */
  eraseOfSeries(tx: TenantTx, table: SeriesTable, seriesId: number, batch: number): Promise<number> {
    return tx.execute(
      `DELETE FROM ${table} WHERE tenant_id = $1 AND series_id = $2 AND at <= (
         SELECT max(at) FROM (SELECT at FROM ${table} WHERE tenant_id = $1 AND series_id = $2 ORDER BY at LIMIT $3) oldest)`,
      [tx.tenantId, seriesId, batch],
    );
  }
}
