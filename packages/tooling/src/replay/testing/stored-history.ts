import type { TestDatabase } from '@tenon/testing';

/** The distinct times at which a machine has something stored, ISO 8601 in UTC, in order. */
export async function storedStamps(database: TestDatabase, deviceId: string): Promise<string[]> {
  const rows = await database.sql<{ at: Date }>(
    `SELECT DISTINCT t.at FROM telemetry t JOIN telemetry_shape s USING (tenant_id) WHERE s.id = t.shape_id AND s.device_id = $1 ORDER BY t.at`,
    [deviceId],
  );
  return rows.map(({ at }) => at.toISOString());
}

/** The sum of each metric's values, each time counted once. */
export async function seriesSums(database: TestDatabase, deviceId: string): Promise<Record<string, number>> {
  const rows = await database.sql<{ key: string; sum: number }>(
    `SELECT key, sum(value) FROM (
       SELECT DISTINCT ON (series.key, t.at) series.key, t.at, t.num[place] AS value
       FROM telemetry t
       JOIN telemetry_shape shape ON shape.tenant_id = t.tenant_id AND shape.id = t.shape_id
       CROSS JOIN LATERAL unnest(shape.series_ids) WITH ORDINALITY AS n (series_id, place)
       JOIN series ON series.tenant_id = t.tenant_id AND series.id = n.series_id
       WHERE shape.device_id = $1
       ORDER BY series.key, t.at, t.arrival DESC
     ) AS points GROUP BY key`,
    [deviceId],
  );
  return Object.fromEntries(rows.map(({ key, sum }) => [key, sum]));
}
