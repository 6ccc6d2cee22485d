import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { createPool } from '@tenon/db';
import { createLog, createMetrics, type Log } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import pg from 'pg';
import type { IngestDevice } from './layout.js';
import { TelemetryIngest } from './telemetry-ingest.js';

let db: TestDatabase;
let pool: pg.Pool;
let ingest: TelemetryIngest;
const tenantId = randomUUID();

beforeAll(async () => {
  db = await testDatabase();
  await db.sql('INSERT INTO tenant (id, name) VALUES ($1, $2)', [tenantId, 'company']);
});
afterAll(() => db.close());
guardBystander({ database: () => db });
beforeEach(() => {
  pool = createPool({ databaseUrl: db.databaseUrl, role: 'tenon_ingest', max: 6 });
  ingest = new TelemetryIngest({ pool, log: createLog({ name: 'test', level: 'silent' }), registry: createMetrics('test'), limits: { maxSeries: 40 } });
});
afterEach(async () => {
  await ingest.close();
  await pool.end();
});

async function device(): Promise<IngestDevice> {
  const deviceId = randomUUID();
  await db.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $2, $3, 'machine')`, [tenantId, deviceId, deviceId]);
  return { tenantId, deviceId };
}

/** Sends one payload; gives the code of its refusal, or `null`. */
function send(to: IngestDevice, payload: unknown, onAnswer: () => void = () => undefined): Promise<string | null> {
  return new Promise((resolve) =>
    ingest.submit({ device: to, text: JSON.stringify(payload), receivedAtMs: Date.now(), isHistory: true }, (error) => {
      onAnswer();
      resolve(error?.code ?? null);
    }),
  );
}

it('keeps the order of a machine of which one message waits for new keys: of one time the last wins', async () => {
  const machine = await device();
  await send(machine, { a: 0 });
  const ts = Date.now();
  const sent = [{ a: 1 }, { a: 2, b: 1 }, { a: 3 }, { a: 4, c: 1, d: 2 }, { a: 5 }];
  expect(await Promise.all(sent.map((values) => send(machine, { ts, values })))).toEqual(sent.map(() => null));
  const rows = await db.sql<{ a: number }>(
    `SELECT t.num[array_position(h.series_ids, s.id)] AS a FROM telemetry t JOIN telemetry_shape h ON h.id = t.shape_id JOIN series s ON s.device_id = h.device_id AND s.key = 'a'
     WHERE h.device_id = $1 AND t.at = $2 ORDER BY t.arrival`,
    [machine.deviceId, new Date(ts)],
  );
  expect(rows.map(({ a }) => a)).toEqual([1, 2, 3, 4, 5]);
});

it('stamps what came without a time in the order it came', async () => {
  const machine = await device();
  const sent = [{ a: 1 }, { a: 2, b: 1 }, { a: 3 }, { a: 4, c: 1 }, { a: 5 }];
  await Promise.all(sent.map((values) => send(machine, values)));
  const rows = await db.sql<{ a: number }>(`SELECT t.num[1] AS a FROM telemetry t JOIN telemetry_shape h ON h.id = t.shape_id WHERE h.device_id = $1 ORDER BY t.at`, [machine.deviceId]);
  expect(rows.map(({ a }) => a)).toEqual([1, 2, 3, 4, 5]);
});

/** Lets nobody at the metrics until it is unlocked. */
async function lockSeries(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: db.superuserUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE series IN ACCESS EXCLUSIVE MODE');
  return () => client.end();
}

it('asks the database nothing when known keys come in a new order', async () => {
  const machine = await device();
  await send(machine, { a: 1, b: 2, c: 3 });
  const unlock = await lockSeries();
  expect(await send(machine, { c: 3, b: 2, a: 1 })).toBeNull();
  await unlock();
});

it('takes a message whose readings write their keys in more orders than are kept', async () => {
  const machine = await device();
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  const turned = (n: number): string[] => keys.map((_, place) => keys[(place * (n % 2 ? 1 : 5) + n) % 6] ?? '');
  const orders = Array.from({ length: 300 }, (_, n) => [...turned(n), `g${n % 30}`]);
  expect(await send(machine, orders.map((order, n) => ({ ts: Date.now() - n, values: Object.fromEntries(order.map((key) => [key, n])) })))).toBeNull();
});

it('holds what waits for a lock too long, and stores it when the lock is gone', async () => {
  const machine = await device();
  const impatient = createPool({ databaseUrl: db.databaseUrl, role: 'tenon_ingest', max: 6, lockTimeoutMs: 20 });
  let gaveUp: () => void = () => undefined;
  const waited = new Promise<void>((resolve) => (gaveUp = resolve));
  const log: Log = { debug: () => undefined, info: () => undefined, warn: () => gaveUp(), error: () => undefined };
  const other = new TelemetryIngest({ pool: impatient, log, registry: createMetrics('other') });
  const unlock = await lockSeries();
  const answer = new Promise((resolve) => other.submit({ device: machine, text: '{"x":1}', receivedAtMs: Date.now(), isHistory: false }, resolve));
  await waited;
  await unlock();
  expect(await answer).toBeNull();
  await other.close();
  await impatient.end();
});

/** Lets the next statement that adds metrics fail as one does that another transaction is in the way of. */
async function failOnce(): Promise<() => Promise<unknown>> {
  await db.sql('CREATE SEQUENCE failure');
  await db.sql(`CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
    $$ BEGIN IF nextval('failure') = 1 THEN RAISE 'in the way' USING ERRCODE = '40001'; END IF; RETURN NULL; END $$`);
  await db.sql('CREATE TRIGGER fail_once BEFORE INSERT ON series EXECUTE FUNCTION fail_once()');
  return () => db.sql('DROP FUNCTION fail_once() CASCADE').then(() => db.sql('DROP SEQUENCE failure'));
}

it('answers each message once, though what its round adds fails at first', async () => {
  const [full, fresh] = [await device(), await device()];
  const many = (prefix: string): Record<string, number> => Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${prefix}${n}`, n]));
  await send(full, many('a'));
  const heal = await failOnce();
  let answers = 0;
  const count = (): void => void (answers += 1);
  expect(await Promise.all([send(full, many('b'), count), send(fresh, { x: 1 }, count)])).toEqual(['TELEMETRY.MACHINE_FULL', null]);
  await ingest.drained();
  expect([answers, ingest.pressure.messages, ingest.pressure.bytes]).toEqual([2, 0, 0]);
  await heal();
});
