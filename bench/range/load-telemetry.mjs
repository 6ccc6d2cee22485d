// @ts-check
import { randomUUID } from 'node:crypto';

export const DAY_MS = 86_400_000;
/** Machines that send every second on one day; one of them is asked about. */
const MACHINES = 10;
const METRICS = 4;
export const DAY_FROM_MS = Date.UTC(2026, 2, 10);
export const YEAR_FROM_MS = Date.UTC(2025, 0, 1);

/**
 * A company, and the months that are written to.
 * @param {import('pg').Pool} superuser
 */
export async function addCompany(superuser) {
  const tenantId = randomUUID();
  await superuser.query(`INSERT INTO tenant (id, name) VALUES ($1, 'bench')`, [tenantId]);
  await superuser.query(`SELECT tenon_ensure_month(at) FROM generate_series('2025-01-15'::timestamptz, '2026-03-15', interval '1 month') at`);
  return tenantId;
}

/**
 * A day of machines at 1 s, four metrics a message, as the gateway stores them.
 * @param {import('pg').Pool} superuser
 * @param {string} tenantId
 */
export async function loadDay(superuser, tenantId) {
  /** @type {number[]} */
  const series = [];
  for (let machine = 0; machine < MACHINES; machine += 1) series.push(await addMachine(superuser, tenantId, { fromMs: DAY_FROM_MS, toMs: DAY_FROM_MS + DAY_MS, stepMs: 1_000 }));
  return { seriesId: series[0] ?? 0, values: MACHINES * 86_400 * METRICS };
}

/**
 * A year of one machine at 1 min.
 * @param {import('pg').Pool} superuser
 * @param {string} tenantId
 */
export async function loadYear(superuser, tenantId) {
  const seriesId = await addMachine(superuser, tenantId, { fromMs: YEAR_FROM_MS, toMs: YEAR_FROM_MS + 365 * DAY_MS, stepMs: 60_000 });
  return { seriesId, values: 365 * 1_440 * METRICS };
}

/**
 * A machine, with what it sent in a span.
 * @param {import('pg').Pool} superuser
 * @param {string} tenantId
 * @param {{ fromMs: number, toMs: number, stepMs: number }} span
 * @returns {Promise<number>} its second metric
 */
export async function addMachine(superuser, tenantId, { fromMs, toMs, stepMs }) {
  const deviceId = randomUUID();
  await superuser.query(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $2::uuid, $2::uuid::text, 'machine')`, [tenantId, deviceId]);
  const { rows } = await superuser.query(
    `INSERT INTO series (tenant_id, device_id, key, quantity, value_kind) SELECT $1, $2, 'm' || n, 'gauge', 'number' FROM generate_series(1, $3) n RETURNING id`,
    [tenantId, deviceId, METRICS],
  );
  const ids = rows.map((row) => row.id);
  const shape = await superuser.query(`INSERT INTO telemetry_shape (tenant_id, device_id, series_ids) VALUES ($1, $2, $3) RETURNING id`, [tenantId, deviceId, ids]);
  const params = [tenantId, shape.rows[0].id, new Date(fromMs), new Date(toMs - 1), `${stepMs} milliseconds`];
  await superuser.query(
    `INSERT INTO telemetry SELECT $1, $2, at, date_part('epoch', at) * 1e6, ARRAY[20 + random(), 50 + 10 * sin(date_part('epoch', at) / 900), random() * 1000, date_part('epoch', at)], NULL
     FROM generate_series($3::timestamptz, $4::timestamptz, $5::interval) at`,
    params,
  );
  await superuser.query(
    `INSERT INTO telemetry_head SELECT $1, $2, $4::timestamptz, 0, ARRAY[0, 0, 0, 0], NULL, tstzmultirange(tstzrange($3, $4::timestamptz + interval '1 millisecond'))`,
    params.slice(0, 4),
  );
  return ids[1];
}

/**
 * The points of these metrics once more, one row a point, in the order in which they are asked for.
 * @param {import('pg').Pool} superuser
 * @param {number[]} seriesIds
 */
export async function writeNarrow(superuser, seriesIds) {
  await superuser.query(`CREATE TABLE narrow (series_id integer NOT NULL, at timestamptz NOT NULL, value double precision NOT NULL)`);
  await superuser.query(
    `INSERT INTO narrow SELECT s.series_ids[2], t.at, t.num[2] FROM telemetry_shape s JOIN telemetry t ON t.shape_id = s.id
     WHERE s.series_ids[2] = ANY($1) ORDER BY 1, 2`,
    [seriesIds],
  );
  await superuser.query(`CREATE INDEX ON narrow (series_id, at)`);
}
