import type { MetricMeaning, ValueKind } from '@tenon/domain/telemetry';
import type pg from 'pg';
import type { DeviceMetrics } from './device-metrics.js';

/** A metric seen for the first time. */
export interface NewSeries extends MetricMeaning {
  readonly metrics: DeviceMetrics;
  readonly key: string;
  readonly kind: ValueKind;
}

/** A set of metrics seen for the first time. */
export interface NewShape {
  readonly metrics: DeviceMetrics;
  readonly seriesIds: readonly number[];
}

interface SeriesRow { device_id: string; id: number; key: string; value_kind: ValueKind }
interface ShapeRow { device_id: string; id: number; series_ids: number[] }

const OF_DEVICES = '(tenant_id, device_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))';

/** Series and shapes of many devices at once. */
export class MetricsRepository {
  constructor(private readonly pool: pg.Pool) {}

  /** Reads what the database knows of these devices into them. */
  async load(devices: readonly DeviceMetrics[]): Promise<void> {
    const byId = new Map(devices.map((metrics) => [metrics.device.deviceId, metrics]));
    const params = [devices.map(({ device }) => device.tenantId), devices.map(({ device }) => device.deviceId)];
    const series = await this.pool.query<SeriesRow>(`SELECT device_id, id, key, value_kind FROM series WHERE ${OF_DEVICES}`, params);
    for (const row of series.rows) byId.get(row.device_id)?.keepSeries(row.key, row.id, row.value_kind);
    const shapes = await this.pool.query<ShapeRow>(`SELECT device_id, id, series_ids FROM telemetry_shape WHERE ${OF_DEVICES}`, params);
    for (const row of shapes.rows) byId.get(row.device_id)?.keepShape(row.id, row.series_ids);
  }

  /** Adds metrics; of a device that is gone, or a metric somebody else added meanwhile, nothing happens. */
  async addSeries(added: readonly NewSeries[]): Promise<void> {
    await this.pool.query(
      `INSERT INTO series (tenant_id, device_id, key, unit, quantity, value_kind)
       SELECT n.* FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) AS n (tenant_id, device_id, key, unit, quantity, value_kind)
       JOIN device d ON d.tenant_id = n.tenant_id AND d.id = n.device_id
       ON CONFLICT (tenant_id, device_id, key) DO NOTHING`,
      [
        added.map(({ metrics }) => metrics.device.tenantId),
        added.map(({ metrics }) => metrics.device.deviceId),
        added.map(({ key }) => key),
        added.map(({ unit }) => unit),
        added.map(({ quantity }) => quantity),
        added.map(({ kind }) => kind),
      ],
    );
  }

  /** Adds shapes, on the same terms. */
  async addShapes(added: readonly NewShape[]): Promise<void> {
    await this.pool.query(
      `INSERT INTO telemetry_shape (tenant_id, device_id, series_ids)
       SELECT n.tenant_id, n.device_id, n.series_ids::int[] FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS n (tenant_id, device_id, series_ids)
       JOIN device d ON d.tenant_id = n.tenant_id AND d.id = n.device_id
       ON CONFLICT (tenant_id, device_id, series_ids) DO NOTHING`,
      [
        added.map(({ metrics }) => metrics.device.tenantId),
        added.map(({ metrics }) => metrics.device.deviceId),
        added.map(({ seriesIds }) => `{${seriesIds.join()}}`),
      ],
    );
  }

  /** Records what kind of values these series carry now. */
  async setKinds(changes: readonly { tenantId: string; id: number; kind: ValueKind }[]): Promise<void> {
    await this.pool.query(
      `UPDATE series s SET value_kind = n.kind FROM unnest($1::uuid[], $2::int[], $3::text[]) AS n (tenant_id, id, kind)
       WHERE s.tenant_id = n.tenant_id AND s.id = n.id`,
      [changes.map(({ tenantId }) => tenantId), changes.map(({ id }) => id), changes.map(({ kind }) => kind)],
    );
  }
}
