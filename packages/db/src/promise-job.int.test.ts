import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { noticeRaised } from '@tenon/contracts/events';
import { erasePoints, refreshEnergy } from '@tenon/contracts/jobs';
import { systemActor } from '@tenon/domain/identity';
import { tenantId } from '@tenon/kernel';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { randomUUID } from 'node:crypto';
import { openDatabase, type Database, type TenantTx } from './index.js';

const [A, B] = [tenantId(randomUUID()), tenantId(randomUUID())];
const subscriptionId = randomUUID();

let test: TestDatabase;
let db: Database;
beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log: createLog({ name: 'test', level: 'silent' }) });
  await test.sql(`INSERT INTO tenant (id, name) VALUES ($1, 'A'), ($2, 'B')`, [A, B]);
});
beforeEach(() => test.sql('DELETE FROM outbox'));
afterAll(async () => {
  await db.close();
  await test.close();
});

/** Two with one metric merge into the range that covers both. */
const enqueue = (tx: TenantTx, ms: number, seriesId = 1): Promise<void> => tx.enqueue(refreshEnergy, { subscriptionId, seriesId, fromMs: ms, toMs: ms + 1 });
const promise = (ms: number, company = A, seriesId = 1): Promise<void> => db.tenant.transaction(systemActor(company), (tx) => enqueue(tx, ms, seriesId));
const promised = async (company = A): Promise<[number, number][]> =>
  (await test.sql<{ payload: { fromMs: number; toMs: number } }>('SELECT payload FROM outbox WHERE tenant_id = $1 ORDER BY id', [company])).map(({ payload }) => [payload.fromMs, payload.toMs]);

describe('a job that merges', () => {
  it('takes in the next one as long as it waits, handed over or not', async () => {
    await promise(5);
    await promise(3);
    await test.sql(`UPDATE outbox SET state = 'issued'`);
    await promise(7);
    expect(await promised()).toEqual([[3, 8]]);
  });

  it.each(['started_at = now()', `started_at = now(), state = 'issued'`, `state = 'done'`, `state = 'failed'`])('stays as it is once %s', async (change) => {
    await promise(1);
    await test.sql(`UPDATE outbox SET ${change}`);
    for (const ms of [2, 3]) await promise(ms);
    expect(await promised()).toEqual([[1, 2], [2, 4]]);
  });

  it('takes in nothing of another company or key', async () => {
    await promise(1);
    await promise(2, B);
    await promise(3, A, 2);
    expect([await promised(A), await promised(B)]).toEqual([[[1, 2], [3, 4]], [[2, 3]]]);
  });

  it('takes in what commits, or nothing', async () => {
    await promise(1);
    const failing = db.tenant.transaction(systemActor(A), async (tx) => {
      await enqueue(tx, 2);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await promised()).toEqual([[1, 2]]);
  });

  it('is passed over while somebody holds it, and the next one takes in what follows', async () => {
    await promise(1);
    await db.system.run('test', async (tx) => {
      await tx.sql('SELECT 1 FROM outbox FOR UPDATE');
      for (const ms of [2, 3]) await promise(ms);
    });
    expect(await promised()).toEqual([[1, 2], [2, 4]]);
  });

  it('is begun by nobody while it takes in another', async () => {
    await promise(1);
    const { beginning } = await db.tenant.transaction(systemActor(A), async (tx) => {
      await enqueue(tx, 2);
      // As a worker does: it waits for this transaction, and reads what it left.
      return { beginning: db.system.run('test', (other) => other.sql('UPDATE outbox SET started_at = now() RETURNING payload')) };
    });
    expect(await beginning).toMatchObject([{ payload: { fromMs: 1, toMs: 3 } }]);
    await promise(3);
    expect(await promised()).toEqual([[1, 3], [3, 4]]);
  });

  it('is promised anew beside one that nobody can read any more', async () => {
    await promise(1);
    await test.sql(`UPDATE outbox SET payload = '{"fromMs": "of an earlier release"}'`);
    await promise(2);
    expect(await promised()).toEqual([['of an earlier release', undefined], [2, 3]]);
  });
});

describe('a promise', () => {
  it('of a job that does not merge stands beside the others', async () => {
    const erase = (tx: TenantTx): Promise<void> => tx.enqueue(erasePoints, { deviceId: randomUUID(), shapeIds: [], seriesIds: [] });
    for (const _ of [1, 2]) await db.tenant.transaction(systemActor(A), erase);
    expect(await promised()).toHaveLength(2);
  });

  it('is altered by its company in what it asks for, and in nothing else', async () => {
    await promise(1);
    const altering = db.tenant.transaction(systemActor(A), (tx) => tx.sql(`UPDATE outbox SET state = 'done'`));
    await expect(altering).rejects.toThrow(/permission denied/);
  });
});

describe('a job promised to each of many', () => {
  const notice = { noticeId: randomUUID(), kind: 'announcement.published' as const, subjectId: randomUUID(), facts: { zh: '维护', en: 'Maintenance' } };

  it('is one of each company, in one statement; of none there is nothing', async () => {
    await db.system.run('test', async (tx) => {
      await tx.enqueueForEach([B, A], noticeRaised, notice);
      await tx.enqueueForEach([], noticeRaised, notice);
    });
    const rows = await test.sql<{ company: string; job: string; payload: object; state: string }>('SELECT tenant_id AS company, job, payload, state FROM outbox ORDER BY id');
    expect(rows).toEqual([B, A].map((company) => ({ company, job: noticeRaised.name, payload: notice, state: 'pending' })));
    // PostgreSQL numbers the statements of a transaction that write.
    expect(await test.sql('SELECT DISTINCT cmin::text FROM outbox')).toHaveLength(1);
  });

  it('is none that merges: what waits of each company would have to be looked at', async () => {
    const each = db.system.run('test', (tx) => tx.enqueueForEach([A], refreshEnergy, { subscriptionId, seriesId: 1, fromMs: 0, toMs: 1 }));
    await expect(each).rejects.toMatchObject({ code: 'JOB.MERGES' });
  });
});
