import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool } from '@tenon/db';
import { DEFAULT_DECODE_LIMITS } from '@tenon/domain/telemetry';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import pg from 'pg';
import { AttributeWriter } from './attribute-writer.js';
import { AttributeRepository } from './attribute.repository.js';
import type { DeviceRef } from './device-ref.js';

let db: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  db = await testDatabase();
  pool = createPool({ databaseUrl: db.databaseUrl, role: 'tenon_ingest', max: 2 });
});
guardBystander({ database: () => db });
afterAll(async () => {
  await pool.end();
  await db.close();
});

const log = createLog({ name: 'test', level: 'silent' });
const writing = (holdMs: number): AttributeWriter => new AttributeWriter(new AttributeRepository(pool, 100), { decode: DEFAULT_DECODE_LIMITS, holdMs }, log);

async function device(): Promise<DeviceRef> {
  const ref = { tenantId: randomUUID(), deviceId: randomUUID() };
  await db.sql('INSERT INTO tenant (id, name) VALUES ($1, $2)', [ref.tenantId, 'company']);
  await db.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $2, $3, 'machine')`, [ref.tenantId, ref.deviceId, ref.deviceId]);
  return ref;
}

async function stored({ deviceId }: DeviceRef): Promise<unknown> {
  return (await db.sql('SELECT attributes FROM device WHERE id = $1', [deviceId]))[0]?.['attributes'];
}

/** Resolves with the code of the refusal, or `null`. */
function submit(writer: AttributeWriter, machine: DeviceRef, facts: unknown): Promise<string | null> {
  return new Promise((resolve) => writer.submit(machine, JSON.stringify(facts), (error) => resolve(error?.code ?? null)));
}

/** Holds a lock in a transaction of somebody else. @returns its end */
async function holding(lock: string, values: unknown[] = []): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: db.superuserUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query(lock, values);
  return async () => {
    await client.query('ROLLBACK');
    await client.end();
  };
}

const ROW_LOCK = 'SELECT 1 FROM device WHERE id = $1 FOR UPDATE';

it('lets a row that somebody holds keep only its own machine waiting, whose messages stay in order', async () => {
  const writer = writing(60_000);
  const [held, free] = await Promise.all([device(), device()]);
  const release = await holding(ROW_LOCK, [held.deviceId]);
  const answers: string[] = [];
  const waiting = [{ x: 1, y: 1 }, { x: 2 }].map((facts) => submit(writer, held, facts).then((code) => answers.push(String(code))));
  expect(await submit(writer, free, { x: 1 })).toBe(null);
  expect(await submit(writer, free, { x: 2 })).toBe(null);
  expect(answers).toEqual([]);
  const later = submit(writer, held, { x: 3 });
  await release();
  await Promise.all([...waiting, later]);
  expect(answers).toEqual(['null', 'null']);
  expect([await stored(held), await stored(free)]).toEqual([{ x: 3, y: 1 }, { x: 2 }]);
});

it.each([
  ['its row', ({ deviceId }: DeviceRef) => holding(ROW_LOCK, [deviceId])],
  ['the table', () => holding('LOCK TABLE device')],
] as const)('gives up on a message that waited too long for %s, and goes on', async (_what, hold) => {
  const writer = writing(50);
  const machine = await device();
  const release = await hold(machine);
  expect(await submit(writer, machine, { x: 1 })).toBe('DB.UNAVAILABLE');
  await release();
  expect(await submit(writing(60_000), machine, { y: 1 })).toBe(null);
  expect(await stored(machine)).toEqual({ y: 1 });
});

const LARGE = Object.fromEntries(Array.from({ length: 18 }, (_, n) => [`large-${n}`, 'x'.repeat(4_000)]));

it('refuses a message that is too large alone, not those that came beside it', async () => {
  const writer = writing(60_000);
  const machine = await device();
  const messages = [{ a: 1 }, { b: 1 }, LARGE, { c: 1 }, { b: 2 }, { ...LARGE, a: 2 }, { d: 1 }];
  const tooLarge = 'ATTRIBUTE.TOO_LARGE_TOGETHER';
  expect(await Promise.all(messages.map((facts) => submit(writer, machine, facts)))).toEqual([null, null, tooLarge, null, null, tooLarge, null]);
  expect(await stored(machine)).toEqual({ a: 1, b: 2, c: 1, d: 1 });
});

it('tells a machine to come back that has too much waiting, and takes what others send', async () => {
  const writer = writing(60_000);
  const [flood, other] = await Promise.all([device(), device()]);
  const release = await holding(ROW_LOCK, [flood.deviceId]);
  const taken = Array.from({ length: 2_000 }, (_, n) => submit(writer, flood, { n }));
  expect(await submit(writer, flood, { n: 2_000 })).toBe('DB.UNAVAILABLE');
  expect(await submit(writer, other, { n: 1 })).toBe(null);
  await release();
  expect(new Set(await Promise.all(taken))).toEqual(new Set([null]));
  expect(await stored(flood)).toEqual({ n: 1_999 });
});

it('says that a machine is gone', async () => {
  const machine = await device();
  await db.sql('DELETE FROM device WHERE id = $1', [machine.deviceId]);
  expect(await submit(writing(60_000), machine, { x: 1 })).toBe('DEVICE.NOT_FOUND');
});
