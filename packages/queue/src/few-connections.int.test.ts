import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { defineJob } from '@tenon/contracts/jobs';
import { openDatabase, type Database } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import { tenantId } from '@tenon/kernel';
import { createLog, createMetrics } from '@tenon/runtime';
import { testDatabase, watchOutbox, type OutboxWatch, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { EventEmitter, once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { HandlesJob, JobRunner, type JobHandler } from './index.js';

const note = defineJob({ name: 'test.note', queue: 'identity', scope: 'tenant', payload: z.object({ text: z.string() }), attempts: 3, backoffMs: 10, timeoutMs: 5_000, subject: ({ text }) => text });
const tenant = tenantId(randomUUID());

@HandlesJob(note)
class NoteHandler implements JobHandler<typeof note> {
  handle(): Promise<void> {
    return Promise.resolve();
  }
}

let test: TestDatabase;
let db: Database;
let outbox: OutboxWatch;
const refusals = new EventEmitter();
const log = createLog({ name: 'test', level: 'warn', destination: { write: (line: string) => void (line.includes('queue.connection') && refusals.emit('refused')) } });
beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log });
  outbox = await watchOutbox(test);
  await test.sql(`INSERT INTO tenant (id, name) VALUES ($1, 'A')`, [tenant]);
});
afterAll(async () => {
  await outbox.close();
  await db.close();
  await test.close();
});
guardBystander({ database: () => test });

const start = (): Promise<JobRunner> => JobRunner.start({ databaseUrl: test.databaseUrl, system: db.system, catalogue: [note], instances: [new NoteHandler()], log, metrics: createMetrics('test') });
/** Lets the database take so many connections more than there are, as one does that others fill. */
async function leave(more: number): Promise<void> {
  const [row] = await test.sql<{ count: number }>(`SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()`);
  await test.sql(`ALTER DATABASE ${test.name} CONNECTION LIMIT ${(row?.count ?? 0) + more}`);
}
const leaveAll = (): Promise<unknown> => test.sql(`ALTER DATABASE ${test.name} CONNECTION LIMIT -1`);

it('does not start half where it gets too few connections, and starts when there are enough', async () => {
  await db.tenant.transaction(systemActor(tenant), (tx) => tx.enqueue(note, { text: 'waits' }));
  await leave(3);
  await expect(start()).rejects.toMatchObject({ code: '53300' });
  await leaveAll();
  const runner = await start();
  expect((await outbox.settled('waits')).at(-1)).toBe('done');
  await runner.close();
});

it('that is cut off and refused for a while goes on when it is let in again', async () => {
  const runner = await start();
  await test.sql(`ALTER DATABASE ${test.name} CONNECTION LIMIT 0`);
  const refused = once(refusals, 'refused');
  await test.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'tenon_queue%'`);
  await refused;
  await leaveAll();
  await db.tenant.transaction(systemActor(tenant), (tx) => tx.enqueue(note, { text: 'let in' }));
  expect((await outbox.settled('let in')).at(-1)).toBe('done');
  await runner.close();
});
