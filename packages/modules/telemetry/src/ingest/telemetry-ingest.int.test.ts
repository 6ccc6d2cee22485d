import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import { createPool } from '@tenon/db';
import { createLog, createMetrics } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import type { AppError } from '@tenon/kernel';
import type pg from 'pg';
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
  const limits = { maxSeries: 40, maxShapes: 3, maxPendingMessages: 50, keepMonths: 600 };
  ingest = new TelemetryIngest({ pool, log: createLog({ name: 'test', level: 'silent' }), registry: createMetrics('test'), limits });
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
function send(to: IngestDevice, payload: unknown, receivedAtMs = Date.now()): Promise<string | null> {
  const text = JSON.stringify(payload);
  return new Promise((resolve) => ingest.submit({ device: to, text, receivedAtMs, isHistory: true }, (error: AppError | null) => resolve(error?.code ?? null)));
}

function shapesOf({ deviceId }: IngestDevice): Promise<{ size: number; rows: number }[]> {
  return db.sql(
    `SELECT cardinality(series_ids) AS size, (SELECT count(*)::int FROM telemetry t WHERE t.shape_id = h.id) AS rows FROM telemetry_shape h WHERE device_id = $1 ORDER BY id`,
    [deviceId],
  );
}

describe('shapes', () => {
  it('is one for a set of metrics, in whatever order they come', async () => {
    const machine = await device();
    for (const payload of [{ a: 1, b: 2, c: 3 }, { c: 3, a: 1, b: 2 }, { b: 2, c: 3, a: 1 }]) expect(await send(machine, payload)).toBeNull();
    expect(await shapesOf(machine)).toEqual([{ size: 3, rows: 3 }]);
  });

  it('are single metrics past the limit, and nothing is lost', async () => {
    const machine = await device();
    for (let n = 0; n < 5; n += 1) expect(await send(machine, { fixed: n, [`k${n}`]: n })).toBeNull();
    expect(await shapesOf(machine)).toEqual([
      { size: 2, rows: 1 },
      { size: 2, rows: 1 },
      { size: 2, rows: 1 },
      { size: 1, rows: 2 },
      { size: 1, rows: 1 },
      { size: 1, rows: 1 },
    ]);
  });

  it('are made once by messages that come together', async () => {
    const machine = await device();
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => send(machine, n % 2 ? { a: n, b: n } : { b: n, c: n })));
    expect(new Set(answers)).toEqual(new Set([null]));
    expect(await shapesOf(machine)).toEqual([
      { size: 2, rows: 15 },
      { size: 2, rows: 15 },
    ]);
  });
});

it('refuses a message that would take its device past its metrics, and takes the others', async () => {
  const machine = await device();
  const many = (from: number, count: number): Record<string, number> => Object.fromEntries(Array.from({ length: count }, (_, n) => [`m${from + n}`, n]));
  const answers = await Promise.all([send(machine, many(0, 30)), send(machine, many(30, 30)), send(machine, many(5, 10)), send(machine, many(30, 10))]);
  expect(answers).toEqual([null, 'TELEMETRY.MACHINE_FULL', null, null]);
  expect(await db.sql('SELECT 1 FROM series WHERE device_id = $1', [machine.deviceId])).toHaveLength(40);
});

it('asks the database nothing about names that a full machine makes up', async () => {
  const machine = await device();
  expect(await send(machine, Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`m${n}`, n])))).toBeNull();
  let asked = 0;
  pool.on('acquire', () => (asked += 1));
  const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => send(machine, { [`made_up_${n}`]: n })));
  expect(new Set(answers)).toEqual(new Set(['TELEMETRY.MACHINE_FULL']));
  // What was stored at first may be announced meanwhile.
  expect(asked).toBeLessThan(5);
  expect(await send(machine, { m3: 1 })).toBeNull();
});

it('writes neither more nor less for the messages beside one that cannot be stored', async () => {
  const [gone, ...others] = await Promise.all(Array.from({ length: 6 }, device));
  if (!gone) throw new Error('no device');
  await Promise.all([gone, ...others].map((machine) => send(machine, { x: 0 })));
  await db.sql('DELETE FROM device WHERE id = $1', [gone.deviceId]);
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => send([gone, ...others][n % 6] ?? gone, { x: n })));
  expect(answers.map((answer, n) => (n % 6 === 0 ? answer === 'DEVICE.NOT_FOUND' : answer === null))).toEqual(new Array(40).fill(true));
  for (const machine of others) expect(await shapesOf(machine)).toEqual([{ size: 1, rows: expect.any(Number) }]);
  const [count] = await db.sql(`SELECT count(*)::int AS stored FROM telemetry t JOIN telemetry_shape h ON h.id = t.shape_id WHERE h.device_id = ANY ($1)`, [others.map(({ deviceId }) => deviceId)]);
  expect(count?.['stored']).toBe(answers.filter((answer) => answer === null).length + others.length);
  expect(await send(gone, { x: 99 })).toBe('DEVICE.NOT_FOUND');
});

describe('a message written as one before', () => {
  /** What became of it; `undefined` where it is to be read by the book. */
  const sendAsBefore = (to: IngestDevice, payload: unknown, { isHistory = true } = {}): Promise<string | null> | undefined => {
    const bytes = Buffer.from(JSON.stringify(payload));
    let answer: (code: string | null) => void = () => undefined;
    const answered = new Promise<string | null>((resolve) => (answer = resolve));
    const isTaken = ingest.submitFamiliar({ device: to, bytes, start: 0, end: bytes.length, receivedAtMs: Date.now(), isHistory }, (error) => answer(error?.code ?? null));
    return isTaken ? answered : undefined;
  };
  const T = Date.UTC(2025, 3, 1);

  it('is stored as if it were read by the book, with its time or without', async () => {
    const machine = await device();
    expect(sendAsBefore(machine, { ts: T, values: { b: 2, a: 1 } })).toBeUndefined();
    expect(await send(machine, { ts: T, values: { b: 2, a: 1 } })).toBeNull();
    expect(await sendAsBefore(machine, { ts: T + 1.5, values: { b: -4.5, a: 3 } })).toBeNull();
    expect(await send(machine, { a: 5, b: 6 })).toBeNull();
    expect(await sendAsBefore(machine, { a: 7, b: 8 })).toBeNull();
    const rows = await db.sql(`SELECT extract(epoch FROM at)::float8 * 1000 AS at, num, arrival FROM telemetry t JOIN telemetry_shape h ON h.id = t.shape_id WHERE device_id = $1 ORDER BY arrival`, [machine.deviceId]);
    expect(rows.map(({ num }) => num)).toEqual([[2, 1], [-4.5, 3], [6, 5], [8, 7]]);
    expect(rows.slice(0, 2).map(({ at }) => at)).toEqual([T, T + 1]);
    expect(Math.abs(Number(rows[3]?.['at']) - Date.now())).toBeLessThan(60_000);
  });

  it('is left to be refused where its time is', async () => {
    const machine = await device();
    await send(machine, { ts: T, values: { a: 1 } });
    for (const ts of [Date.now() + 86_400_000, Math.floor(Date.now() / 1_000), T]) expect(sendAsBefore(machine, { ts, values: { a: 2 } }, { isHistory: false })).toBeUndefined();
    expect(ingest.pressure.messages).toBe(0);
  });

  it('stands in line behind one whose keys are not known yet', async () => {
    const machine = await device();
    await send(machine, { ts: T, values: { a: 1 } });
    const first = send(machine, { ts: T, values: { new: 1 } });
    expect(sendAsBefore(machine, { ts: T, values: { a: 2 } })).toBeUndefined();
    expect(await first).toBeNull();
    expect(await sendAsBefore(machine, { ts: T, values: { a: 2 } })).toBeNull();
  });
});

it('goes on with a connection whose very first batch failed', async () => {
  const [gone, other] = await Promise.all([device(), device()]);
  for (const machine of [gone, other]) expect(await send(machine, { x: 0 })).toBeNull();
  await db.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tenon_ingest' AND datname = current_database()`);
  await db.sql('DELETE FROM device WHERE id = $1', [gone.deviceId]);
  expect(await send(gone, { x: 1 })).toBe('DEVICE.NOT_FOUND');
  expect(await send(other, { x: 1 })).toBeNull();
  expect(await shapesOf(other)).toEqual([{ size: 1, rows: 2 }]);
});

it('makes a partition again that was dropped behind its back', async () => {
  const machine = await device();
  const old = { ts: Date.UTC(2011, 4, 5), values: { x: 1 } };
  expect(await send(machine, old)).toBeNull();
  await db.sql('DROP TABLE telemetry_2011_05');
  expect(await send(machine, old)).toBeNull();
  expect(await db.sql('SELECT 1 FROM telemetry_2011_05')).toHaveLength(1);
});

describe('the head of a shape', () => {
  const headOf = async ({ deviceId }: IngestDevice): Promise<Record<string, unknown> | undefined> => {
    const [head] = await db.sql(
      `SELECT extract(epoch FROM e.at) * 1000 AS at, num, rich, dirty::text FROM telemetry_head e JOIN telemetry_shape h ON h.id = e.shape_id WHERE device_id = $1`,
      [deviceId],
    );
    return head && { ...head, at: Number(head['at']) };
  };
  const NOON = Date.UTC(2024, 0, 1, 12);

  it('is the newest message, and of two with one time the last', async () => {
    const machine = await device();
    for (const [ts, x] of [[NOON, 1], [NOON - 1, 2], [NOON, 'three'], [NOON - 5, 4]]) await send(machine, { ts, values: { x } });
    expect(await headOf(machine)).toMatchObject({ at: NOON, num: [null], rich: { 1: 'three' } });
    await send(machine, [{ ts: NOON + 2, values: { x: 6 } }, { ts: NOON + 1, values: { x: 5 } }]);
    expect(await headOf(machine)).toMatchObject({ at: NOON + 2, num: [6], rich: null });
  });

  it('is its own beside those of other forms in one batch', async () => {
    const [whole, mixed, spread, last, text] = await Promise.all([device(), device(), device(), device(), device()]);
    const write = (n: number): Promise<unknown> =>
      Promise.all([
        send(whole, { ts: NOON + n, values: { a: n, b: -7, c: 2.5 } }),
        send(mixed, { ts: NOON + n, values: { a: n, b: 'on', c: true } }),
        send(spread, [{ ts: NOON - 7 * 3_600_000, values: { a: n, b: 1 } }, { ts: NOON + n, values: { a: n, b: 2 } }]),
        send(last, { ts: NOON + n, values: { a: n } }),
        send(text, { ts: NOON + n, values: { a: `no ${n}` } }),
      ]);
    await write(1);
    // Whose metrics are known come into their lanes together.
    await write(2);
    expect(await headOf(whole)).toMatchObject({ at: NOON + 2, num: [2, -7, 2.5], rich: null });
    expect(await headOf(mixed)).toMatchObject({ at: NOON + 2, num: [2, null, null], rich: { 2: 'on', 3: true } });
    expect(await headOf(spread)).toMatchObject({ at: NOON + 2, num: [2, 2], dirty: '{["2024-01-01 05:00:00+00","2024-01-01 06:00:00+00"),["2024-01-01 12:00:00+00","2024-01-01 13:00:00+00")}' });
    expect(await headOf(text)).toMatchObject({ at: NOON + 2, num: [null], rich: { 1: 'no 2' } });
    expect(await headOf(last)).toMatchObject({ at: NOON + 2, num: [2], dirty: '{["2024-01-01 12:00:00+00","2024-01-01 13:00:00+00")}' });
  });

  it('knows what to roll up: the minutes of live points, the hours of late ones', async () => {
    const machine = await device();
    const nowMs = Math.floor(Date.now() / 60_000) * 60_000;
    await send(machine, { ts: nowMs + 1_000, values: { x: 1 } }, nowMs + 2_000);
    await send(machine, { ts: NOON, values: { x: 1 } });
    await send(machine, { ts: NOON + 3_600_000, values: { x: 1 } });
    const pg = (ms: number): string => `"${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')}+00"`;
    expect((await headOf(machine))?.['dirty']).toBe(`{[${pg(NOON)},${pg(NOON + 7_200_000)}),[${pg(nowMs)},${pg(nowMs + 60_000)})}`);
  });
});

it('says when it is full, and when there is room again', async () => {
  const machine = await device();
  await send(machine, { x: 0 });
  const turns: boolean[] = [];
  ingest.pressure.onChange((isHigh) => turns.push(isHigh));
  await Promise.all(Array.from({ length: 60 }, (_, n) => send(machine, { x: n })));
  expect(turns).toEqual([true, false]);
  await ingest.drained();
  expect([ingest.pressure.messages, ingest.pressure.bytes]).toEqual([0, 0]);
});
