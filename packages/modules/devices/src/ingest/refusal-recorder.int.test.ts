import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool } from '@tenon/db';
import { invalid } from '@tenon/kernel';
import { createLog, createMetrics } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import type pg from 'pg';
import { IngestRefusalRepository } from './ingest-refusal.repository.js';
import type { DeviceRef } from './device-ref.js';
import { RefusalRecorder } from './refusal-recorder.js';

let db: TestDatabase;
let pool: pg.Pool;
let recorder: RefusalRecorder;

beforeAll(async () => {
  db = await testDatabase();
  pool = createPool({ databaseUrl: db.databaseUrl, role: 'tenon_ingest', max: 2 });
  recorder = new RefusalRecorder(new IngestRefusalRepository(pool), createLog({ name: 'test', level: 'silent' }), createMetrics('test'));
});
afterAll(async () => {
  await recorder.close();
  await pool.end();
  await db.close();
});
guardBystander({ database: () => db });

async function device(): Promise<DeviceRef> {
  const ref = { tenantId: randomUUID(), deviceId: randomUUID() };
  await db.sql('INSERT INTO tenant (id, name) VALUES ($1, $2)', [ref.tenantId, 'company']);
  await db.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $2, $3, 'machine')`, [ref.tenantId, ref.deviceId, ref.deviceId]);
  return ref;
}

const refuse = (machine: DeviceRef, sample = 'x', code = 'TELEMETRY.BAD_JSON'): void =>
  recorder.record({ device: machine, error: invalid(code, 'no', { near: '\u0000' }), sample, door: 'mqtt' });

it('folds what is alike, before and after it is written, and shows the last of it', async () => {
  const [one, two] = await Promise.all([device(), device()]);
  for (const sample of ['a', 'b']) refuse(one, sample);
  refuse(two);
  refuse(one, 'topic', 'TOPIC.UNKNOWN');
  await recorder.settled();
  refuse(one, 'c');
  await recorder.settled();
  const rows = await db.sql('SELECT device_id, code, count, sample, details FROM device_refusal WHERE device_id = ANY ($1) ORDER BY code, count', [[one.deviceId, two.deviceId]]);
  expect(rows).toEqual([
    { device_id: two.deviceId, code: 'TELEMETRY.BAD_JSON', count: 1, sample: 'x', details: { near: '·' } },
    { device_id: one.deviceId, code: 'TELEMETRY.BAD_JSON', count: 3, sample: 'c', details: { near: '·' } },
    { device_id: one.deviceId, code: 'TOPIC.UNKNOWN', count: 1, sample: 'topic', details: { near: '·' } },
  ]);
});

it('keeps the newest two hundred of a machine, and all of another', async () => {
  const [one, two] = await Promise.all([device(), device()]);
  for (const machine of [one, two]) {
    await db.sql(
      `INSERT INTO device_refusal (tenant_id, device_id, at, code, details, sample, door) SELECT $1, $2, now() - n * interval '1 hour', 'X', '{}', n::text, 'mqtt' FROM generate_series(1, 200) n`,
      [machine.tenantId, machine.deviceId],
    );
  }
  refuse(one);
  await recorder.settled();
  const samples = async ({ deviceId }: DeviceRef): Promise<unknown[]> => (await db.sql('SELECT sample FROM device_refusal WHERE device_id = $1 ORDER BY at', [deviceId])).map(({ sample }) => sample);
  expect((await samples(one)).length).toBe(200);
  expect((await samples(one))[0]).toBe('199');
  expect((await samples(two)).length).toBe(200);
});

it('lets a machine that is gone not keep the others from being written', async () => {
  const [gone, there] = await Promise.all([device(), device()]);
  await db.sql('DELETE FROM device WHERE id = $1', [gone.deviceId]);
  refuse(gone);
  refuse(there);
  await recorder.settled();
  expect(await db.sql('SELECT 1 FROM device_refusal WHERE device_id = $1', [there.deviceId])).toHaveLength(1);
});

it('does not take what is a fault of the platform for the machine’s', async () => {
  const machine = await device();
  refuse(machine, 'x', 'DB.UNAVAILABLE');
  await recorder.settled();
  expect(await db.sql('SELECT 1 FROM device_refusal WHERE device_id = $1', [machine.deviceId])).toEqual([]);
});
