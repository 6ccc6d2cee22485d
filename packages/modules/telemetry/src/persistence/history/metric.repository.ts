import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { MetricMeaning, ValueKind } from '@tenon/domain/telemetry';
import { sqlInstant } from '../../instant.js';

/** A metric that an import writes. */
export interface WrittenMetric extends MetricMeaning {
  readonly key: string;
  readonly kind: ValueKind;
}

/** The newest value that an import brought of a metric. */
export interface NewestValue {
  readonly seriesId: number;
  readonly atMs: number;
  readonly num: number | null;
  /** JSON text of what is no number. */
  readonly rich: string | null;
}

/** A machine's metrics, and where readers look for them, as an import finds or makes them. */
@Injectable()
export class MetricRepository {
  /** A machine's metrics by key. */
  async ofMachine(tx: TenantTx, deviceId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.sql<{ key: string; id: number }>('SELECT key, id FROM series WHERE device_id = $1', [deviceId]);
    return new Map(rows.map(({ key, id }) => [key, id]));
  }

  /** The company's metrics of some machines, for what a file names; by machine, then key. */
  async keysOf(tx: TenantTx, deviceIds: readonly string[]): Promise<ReadonlyMap<string, Set<string>>> {
    const rows = await tx.sql<{ deviceId: string; key: string }>('SELECT device_id AS "deviceId", key FROM series WHERE device_id = ANY($1::uuid[])', [deviceIds]);
    const found = new Map<string, Set<string>>(deviceIds.map((deviceId) => [deviceId, new Set<string>()]));
    for (const { deviceId, key } of rows) found.get(deviceId)?.add(key);
    return found;
  }

  /** Makes what is missing. A metric that the machine sends at the same moment is found, whoever makes it first. */
  async ensure(tx: TenantTx, deviceId: string, metrics: readonly WrittenMetric[]): Promise<void> {
    await tx.execute(
      `INSERT INTO series (tenant_id, device_id, key, unit, quantity, value_kind) SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) ON CONFLICT (tenant_id, device_id, key) DO NOTHING`,
      [tx.tenantId, deviceId, metrics.map(({ key }) => key), metrics.map(({ unit }) => unit), metrics.map(({ quantity }) => quantity), metrics.map(({ kind }) => kind)],
    );
  }

  /** Raises the kind of metrics that carry numbers now: they make a chart. */
  async raiseToNumber(tx: TenantTx, seriesIds: readonly number[]): Promise<void> {
    await tx.execute(`UPDATE series SET value_kind = 'number' WHERE tenant_id = $1 AND id = ANY($2::int[]) AND value_kind <> 'number'`, [tx.tenantId, seriesIds]);
  }

  /** Gives a place to metrics that no message ever held: readers look for a metric by the sets in which it is sent, so it makes a set of its own. */
  async place(tx: TenantTx, deviceId: string, seriesIds: readonly number[]): Promise<void> {
    await tx.execute(
      `INSERT INTO telemetry_shape (tenant_id, device_id, series_ids) SELECT $1, $2, ARRAY[n.id] FROM unnest($3::int[]) n (id)
       WHERE NOT EXISTS (SELECT 1 FROM telemetry_shape s WHERE s.tenant_id = $1 AND s.device_id = $2 AND s.series_ids @> ARRAY[n.id]) ON CONFLICT (tenant_id, device_id, series_ids) DO NOTHING`,
      [tx.tenantId, deviceId, seriesIds],
    );
  }

  /**
   * Shows the newest values where nothing newer was said: old readings never take the place of new ones. A metric whose newest message is older than
   * what was imported gets a set of its own, since the others of its message said nothing at that instant.
   */
  async showNewest(tx: TenantTx, deviceId: string, values: readonly NewestValue[]): Promise<void> {
    await tx.execute(SHOW_NEWEST, [tx.tenantId, deviceId, values.map(({ seriesId }) => seriesId), values.map(({ atMs }) => sqlInstant(atMs)), values.map(({ num }) => num), values.map(({ rich }) => rich)]);
  }
}

/** Arrival 0: of one instant what a machine said itself is shown. */
const SHOW_NEWEST = `
WITH value AS (
  SELECT * FROM unnest($3::int[], $4::timestamptz[], $5::float8[], $6::text[]) value (series_id, at, num, rich)
  WHERE NOT EXISTS (
    SELECT 1 FROM telemetry_shape s JOIN telemetry_head h ON h.tenant_id = s.tenant_id AND h.shape_id = s.id
    WHERE s.tenant_id = $1 AND s.device_id = $2 AND s.series_ids @> ARRAY[value.series_id] AND h.at >= value.at
      AND (h.num[array_position(s.series_ids, value.series_id)] IS NOT NULL OR h.rich ? array_position(s.series_ids, value.series_id)::text))
), shape AS (
  INSERT INTO telemetry_shape (tenant_id, device_id, series_ids) SELECT $1, $2, ARRAY[series_id] FROM value
  ON CONFLICT (tenant_id, device_id, series_ids) DO UPDATE SET series_ids = excluded.series_ids RETURNING id, series_ids[1] AS series_id
)
INSERT INTO telemetry_head AS h (tenant_id, shape_id, at, arrival, num, rich)
SELECT $1, shape.id, value.at, 0, ARRAY[value.num], CASE WHEN value.rich IS NOT NULL THEN jsonb_build_object('1', value.rich::jsonb) END
FROM shape JOIN value USING (series_id) ORDER BY shape.id
ON CONFLICT (tenant_id, shape_id) DO UPDATE SET at = excluded.at, arrival = excluded.arrival, num = excluded.num, rich = excluded.rich
WHERE excluded.at > h.at OR (h.num[1] IS NULL AND h.rich IS NULL)`;
