// @ts-check
import { randomUUID } from 'node:crypto';

export const DAY_MS = 86_400_000;
export const FROM_MS = Date.UTC(2026, 0, 1);
export const METRICS = 4;

/**
 * What a machine of a plant sends, four metrics a message: a temperature that walks by tenths, a power to two places, pieces counted, and a state
 * that changes now and then. By SQL, as making it here and sending it takes longer than compacting it.
 */
const MESSAGES = `
INSERT INTO telemetry
SELECT $1, $2, at, date_part('epoch', at) * 1e6, ARRAY[
    round((60 + sum(step) OVER steps)::numeric, 1)::float8,
    round((12 + 3 * sin(date_part('epoch', at) / 900) + noise)::numeric, 2)::float8,
    1e6 + sum(piece) OVER steps, 1 + sum(turn) OVER steps % 4], NULL
FROM (
  SELECT at, (random() + random() + random() - 1.5) / 5 AS step, (random() + random() - 1) / 2 AS noise, CASE WHEN random() < 0.2 THEN 1 ELSE 0 END AS piece, CASE WHEN random() < 0.001 THEN 1 ELSE 0 END AS turn
  FROM generate_series($3::timestamptz, $4::timestamptz, $5::interval) at) dice
WINDOW steps AS (ORDER BY at)`;

/**
 * A machine with no points yet.
 * @param {import('pg').Pool} superuser
 * @param {string} tenantId
 */
export async function addMachine(superuser, tenantId) {
  const deviceId = randomUUID();
  await superuser.query(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $2::uuid, $2::uuid::text, 'machine')`, [tenantId, deviceId]);
  const series = await superuser.query(`INSERT INTO series (tenant_id, device_id, key, quantity, value_kind) SELECT $1, $2, 'm' || n, 'gauge', 'number' FROM generate_series(1, $3) n RETURNING id`, [tenantId, deviceId, METRICS]);
  const seriesIds = series.rows.map((row) => row.id);
  const shape = await superuser.query(`INSERT INTO telemetry_shape (tenant_id, device_id, series_ids) VALUES ($1, $2, $3) RETURNING id`, [tenantId, deviceId, seriesIds]);
  return { deviceId, shapeId: shape.rows[0].id, seriesIds };
}

/**
 * A day of a machine.
 * @param {import('pg').Pool} superuser
 * @param {string} tenantId
 * @param {{ shapeId: number, day: number, stepMs: number }} what
 * @returns {Promise<number>} how many points
 */
export async function loadDay(superuser, tenantId, { shapeId, day, stepMs }) {
  const fromMs = FROM_MS + day * DAY_MS;
  await superuser.query('SELECT tenon_ensure_month($1)', [new Date(fromMs)]);
  const { rowCount } = await superuser.query(MESSAGES, [tenantId, shapeId, new Date(fromMs), new Date(fromMs + DAY_MS - 1), `${stepMs} milliseconds`]);
  return (rowCount ?? 0) * METRICS;
}

/**
 * As the gateway marks what is to be rolled up.
 * @param {import('pg').Pool} superuser
 * @param {string} tenantId
 * @param {{ shapeId: number, days: number }} what
 */
export async function markDirty(superuser, tenantId, { shapeId, days }) {
  const [from, to] = [new Date(FROM_MS), new Date(FROM_MS + days * DAY_MS)];
  await superuser.query(`INSERT INTO telemetry_head VALUES ($1, $2, $3::timestamptz, 0, ARRAY[1, 2, 3, 4], NULL, tstzmultirange(tstzrange($4::timestamptz, $3::timestamptz)))`, [tenantId, shapeId, to, from]);
}
