import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@tenon/db';
import { DAY_MS } from '@tenon/kernel';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { CommandClockRepository } from '../persistence/command-clock.repository.js';
import { CommandClockSchedule } from './command-clock.schedule.js';

const log = createLog({ name: 'test', level: 'silent' });
const NOW = new Date('2026-03-01T08:00:00Z');
let test: TestDatabase;
let db: Database;
let device: string;
beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log });
  device = randomUUID();
  await test.sql(`INSERT INTO tenant (id, name) VALUES ($1, 'Plant')`, [device]);
  await test.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $1, 'Press', 'machine')`, [device]);
});
afterAll(async () => {
  await db.close();
  await test.close();
});
guardBystander({ database: () => test });

let number = 0;
async function add(state: string, dueMs: number | null, settledMs: number | null = null): Promise<void> {
  const at = (ms: number | null): Date | null => (ms === null ? null : new Date(NOW.getTime() + ms));
  await test.sql(
    `INSERT INTO device_command (tenant_id, id, device_id, number, method, params, expects_answer, timeout_ms, expires_at, state, due_at, settled_at, author_id, author_name)
     VALUES ($1, $2, $1, $3, 'a', '{}', true, 1000, $4, $5, $6, $7, $1, 'a')`,
    [device, randomUUID(), (number += 1), at(dueMs ?? 0), state, at(dueMs), at(settledMs)],
  );
}

it('moves commands on when they are due, once, and lets go of those long settled', async () => {
  await add('queued', 0);
  await add('queued', 1);
  await add('sent', -1);
  await add('delivered', -1);
  await add('answered', null, -90 * DAY_MS + 1);
  await add('answered', null, -90 * DAY_MS - 1);
  const clock = new CommandClockSchedule(db.system, new CommandClockRepository(), log);
  await clock.execute(NOW);
  const read = () => test.sql('SELECT number, state, due_at, settled_at FROM device_command WHERE device_id = $1 ORDER BY number', [device]);
  const moved = await read();
  expect(moved).toMatchObject([
    { number: 1, state: 'expired', due_at: null, settled_at: NOW },
    { number: 2, state: 'queued', settled_at: null },
    { number: 3, state: 'timed-out', due_at: null },
    { number: 4, state: 'timed-out', due_at: null },
    { number: 5, state: 'answered' },
  ]);
  await clock.execute(NOW);
  expect(await read()).toEqual(moved);
});
