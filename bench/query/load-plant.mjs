// @ts-check
import { randomUUID } from 'node:crypto';

const METRICS = 4;
const STEP_MS = 10_000;
export const HOUR_FROM_MS = Date.UTC(2026, 2, 11, 8);
const HOUR_MS = 3_600_000;

/**
 * Machines that each send four metrics every ten seconds for an hour, as the gateway stores them.
 * @param {import('pg').Pool} superuser
 * @param {string} tenantId
 * @param {number} machines
 */
export async function loadPlant(superuser, tenantId, machines) {
  const ids = Array.from({ length: machines }, () => randomUUID());
  await superuser.query(`INSERT INTO device (tenant_id, id, name, kind) SELECT $1, id, 'plant ' || id, 'machine' FROM unnest($2::uuid[]) id`, [tenantId, ids]);
  await superuser.query(
    `INSERT INTO series (tenant_id, device_id, key, quantity, value_kind) SELECT $1, id, 'p' || n, 'gauge', 'number' FROM unnest($2::uuid[]) id, generate_series(1, $3::int) n`,
    [tenantId, ids, METRICS],
  );
  await superuser.query(`INSERT INTO telemetry_shape (tenant_id, device_id, series_ids) SELECT tenant_id, device_id, array_agg(id ORDER BY key) FROM series WHERE device_id = ANY($1) GROUP BY 1, 2`, [ids]);
  const span = [new Date(HOUR_FROM_MS), new Date(HOUR_FROM_MS + HOUR_MS - 1), `${STEP_MS} milliseconds`];
  // By time and not by machine: so they come, and so their pages lie.
  await superuser.query(
    `INSERT INTO telemetry SELECT s.tenant_id, s.id, at, 0, ARRAY[random(), 50 + 10 * random(), random() * 1000, 1], NULL
     FROM generate_series($2::timestamptz, $3::timestamptz, $4::interval) at CROSS JOIN telemetry_shape s WHERE s.device_id = ANY($1) ORDER BY at, s.id`,
    [ids, ...span],
  );
  await superuser.query(
    `INSERT INTO telemetry_head SELECT tenant_id, id, $3::timestamptz, 0, ARRAY[1, 2, 3, 4], NULL, tstzmultirange(tstzrange($2::timestamptz, $3::timestamptz + interval '1 millisecond')) FROM telemetry_shape WHERE device_id = ANY($1)`,
    [ids, span[0], span[1]],
  );
  return { ids, values: (machines * METRICS * HOUR_MS) / STEP_MS };
}
