import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { MetricValue } from '@tenon/domain/telemetry';
import { instantMs } from '../instant.js';

/** The newest value of a series. */
export interface LatestValue {
  readonly deviceId: string;
  readonly seriesId: number;
  readonly atMs: number;
  /** Orders two values of one stamp: the larger came later. */
  readonly arrival: string;
  readonly value: MetricValue;
}

interface LatestRow {
  deviceId: string;
  seriesId: number;
  at: number;
  arrival: string;
  num: number | null;
  rich: MetricValue | null;
}

/** The newest values of machines, kept beside the points as they are stored. */
@Injectable()
export class LatestValueRepository {
  async knowsDevice(tx: TenantTx, deviceId: string): Promise<boolean> {
    return (await tx.sql(`SELECT 1 FROM device WHERE id = $1`, [deviceId])).length > 0;
  }

  /** One a series that has any, in no order. */
  async ofDevices(tx: TenantTx, deviceIds: readonly string[]): Promise<LatestValue[]> {
    const rows = await tx.sql<LatestRow>(
      `SELECT DISTINCT ON (place.series_id) s.device_id AS "deviceId", place.series_id AS "seriesId", date_part('epoch', h.at) AS at, h.arrival,
         h.num[place.position] AS num, h.rich -> place.position::text AS rich
       FROM telemetry_shape s JOIN telemetry_head h ON h.tenant_id = s.tenant_id AND h.shape_id = s.id
       CROSS JOIN LATERAL unnest(s.series_ids) WITH ORDINALITY place (series_id, position)
       WHERE s.device_id = ANY($1::uuid[]) ORDER BY place.series_id, h.at DESC, h.arrival DESC`,
      [deviceIds],
    );
    return rows.flatMap(({ at, num, rich, ...row }) => (num === null && rich === null ? [] : [{ ...row, atMs: instantMs(at), value: num ?? (rich as MetricValue) }]));
  }
}
