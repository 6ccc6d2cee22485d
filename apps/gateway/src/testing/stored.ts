import type { TestDatabase } from '@tenon/testing';

/** A value as a reader sees it: of several with one time, the one that came last. */
export interface StoredPoint {
  readonly deviceId: string;
  readonly tenantId: string;
  readonly key: string;
  readonly atMs: number;
  readonly value: unknown;
}

const READ = `
  SELECT DISTINCT ON (s.device_id, s.key, t.at) s.device_id AS "deviceId", s.tenant_id AS "tenantId", s.key, extract(epoch FROM t.at) * 1000 AS "atMs",
         coalesce(to_jsonb(t.num[p.place]), t.rich -> p.place::text) AS value
  FROM telemetry t
  JOIN telemetry_shape h ON h.tenant_id = t.tenant_id AND h.id = t.shape_id,
  LATERAL unnest(h.series_ids) WITH ORDINALITY AS p (series_id, place)
  JOIN series s ON s.id = p.series_id
  ORDER BY s.device_id, s.key, t.at, t.arrival DESC`;

/** Everything stored, by machine, metric and time. */
export async function storedPoints(db: TestDatabase, deviceId?: string): Promise<StoredPoint[]> {
  const rows = await db.sql<StoredPoint & { atMs: string }>(READ);
  return rows.map((row) => ({ ...row, atMs: Number(row.atMs) })).filter((row) => deviceId === undefined || row.deviceId === deviceId);
}

/** What a machine sent last, by metric. */
export async function storedValues(db: TestDatabase, deviceId: string): Promise<Record<string, unknown>> {
  const points = await storedPoints(db, deviceId);
  return Object.fromEntries(points.map(({ key, value }) => [key, value]));
}

export interface StoredRefusal {
  readonly code: string;
  readonly count: number;
  readonly door: string;
  readonly sample: string;
  readonly details: Record<string, unknown>;
}

/** What was refused of a machine. */
export function storedRefusals(db: TestDatabase, deviceId: string): Promise<StoredRefusal[]> {
  return db.sql('SELECT code, count, door, sample, details FROM device_refusal WHERE device_id = $1 ORDER BY id', [deviceId]);
}
