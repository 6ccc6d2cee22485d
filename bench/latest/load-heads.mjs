// @ts-check
import { randomUUID } from 'node:crypto';

export const METRICS = 15;

/**
 * A company whose machines have each sent once, as the gateway stores it, and the peer's table with the same values.
 * @param {import('pg').Pool} superuser
 * @param {number} machines
 */
export async function loadHeads(superuser, machines) {
  const tenantId = randomUUID();
  const deviceIds = Array.from({ length: machines }, () => randomUUID());
  await superuser.query(`INSERT INTO tenant (id, name) VALUES ($1, 'bench')`, [tenantId]);
  await superuser.query(`INSERT INTO device (tenant_id, id, name, kind) SELECT $1, id, id::text, 'machine' FROM unnest($2::uuid[]) AS id`, [tenantId, deviceIds]);
  await superuser.query(
    `INSERT INTO series (tenant_id, device_id, key, quantity, value_kind) SELECT $1, id, 'm' || n, 'gauge', 'number' FROM unnest($2::uuid[]) AS id, generate_series(1, $3::int) n`,
    [tenantId, deviceIds, METRICS],
  );
  await superuser.query(
    `INSERT INTO telemetry_shape (tenant_id, device_id, series_ids) SELECT tenant_id, device_id, array_agg(id ORDER BY id) FROM series WHERE tenant_id = $1 GROUP BY tenant_id, device_id`,
    [tenantId],
  );
  await superuser.query(
    `INSERT INTO telemetry_head SELECT tenant_id, id, now(), id, (SELECT array_agg(random() * 1000) FROM generate_series(1, $2::int) WHERE id IS NOT NULL), NULL, '{}' FROM telemetry_shape WHERE tenant_id = $1`,
    [tenantId, METRICS],
  );
  await superuser.query('CREATE TABLE newest (series_id integer PRIMARY KEY, device_id uuid NOT NULL, at timestamptz NOT NULL, value double precision NOT NULL)');
  await superuser.query(
    `INSERT INTO newest SELECT place.series_id, s.device_id, h.at, h.num[place.position] FROM telemetry_shape s JOIN telemetry_head h ON h.shape_id = s.id
     CROSS JOIN LATERAL unnest(s.series_ids) WITH ORDINALITY place (series_id, position)`,
  );
  await superuser.query('CREATE INDEX ON newest (device_id)');
  await superuser.query('VACUUM ANALYZE');
  return { tenantId, deviceIds };
}
