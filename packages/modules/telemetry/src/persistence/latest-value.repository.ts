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

/** The newest message of one shape. */
interface HeadRow {
  deviceId: string;
  seriesIds: number[];
  at: number;
  arrival: string;
  num: (number | null)[];
  /** By position from 1. */
  rich: Record<string, MetricValue> | null;
}

/** Of two values of one series the larger stamp wins, and of two with one stamp the later arrival. */
function isNewer(head: { atMs: number; arrival: string }, known: LatestValue): boolean {
  return head.atMs === known.atMs ? BigInt(head.arrival) > BigInt(known.arrival) : head.atMs > known.atMs;
}

const HEADS = `SELECT s.device_id AS "deviceId", s.series_ids AS "seriesIds", date_part('epoch', h.at) AS at, h.arrival, h.num, h.rich
  FROM telemetry_shape s JOIN telemetry_head h ON h.tenant_id = s.tenant_id AND h.shape_id = s.id WHERE s.device_id = ANY($1::uuid[])`;

function newestOf(heads: readonly HeadRow[]): LatestValue[] {
  const newest = new Map<number, LatestValue>();
  for (const { deviceId, seriesIds, at, arrival, num, rich } of heads) {
    const atMs = instantMs(at);
    for (const [index, seriesId] of seriesIds.entries()) {
      const known = newest.get(seriesId);
      const value = num[index] ?? rich?.[index + 1];
      if (value === undefined || value === null || (known && !isNewer({ atMs, arrival }, known))) continue;
      newest.set(seriesId, { deviceId, seriesId, atMs, arrival, value });
    }
  }
  return [...newest.values()];
}

/** The newest values of machines, kept beside the points as they are stored. */
@Injectable()
export class LatestValueRepository {
  async knowsDevice(tx: TenantTx, deviceId: string): Promise<boolean> {
    return (await tx.sql(`SELECT 1 FROM device WHERE id = $1`, [deviceId])).length > 0;
  }

  /** One a series that has any, in no order. Whole messages are read and taken apart here, a row a shape instead of a row a value. */
  async ofDevices(tx: TenantTx, deviceIds: readonly string[]): Promise<LatestValue[]> {
    return newestOf(await tx.sql<HeadRow>(HEADS, [deviceIds]));
  }

  /** The newest value of each of these metrics of machines: only messages that hold one of them are read. */
  async ofMetrics(tx: TenantTx, deviceIds: readonly string[], keys: readonly string[]): Promise<(LatestValue & { readonly key: string })[]> {
    const series = await tx.sql<{ id: number; key: string }>('SELECT id, key FROM series WHERE tenant_id = $1 AND device_id = ANY ($2::uuid[]) AND key = ANY ($3::text[])', [tx.tenantId, deviceIds, keys]);
    if (series.length === 0) return [];
    const keyOf = new Map(series.map(({ id, key }) => [id, key]));
    const heads = await tx.sql<HeadRow>(`${HEADS} AND s.series_ids && $2::int[]`, [deviceIds, [...keyOf.keys()]]);
    return newestOf(heads).flatMap((one) => {
      const key = keyOf.get(one.seriesId);
      return key === undefined ? [] : [{ ...one, key }];
    });
  }
}
