import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@tenon/db';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { takeOverdue } from './outbox.js';

let test: TestDatabase;
let db: Database;
beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log: createLog({ name: 'test', level: 'silent' }) });
});
afterAll(async () => {
  await db.close();
  await test.close();
});
guardBystander({ database: () => test });

const take = (limit: number) => db.system.run('test', async (tx) => (await takeOverdue(tx, 10_000, limit)).map(({ job }) => job).sort());

describe('rows that the sweeper looks after', () => {
  it('come in turns, the longest unseen first, so that many with waiting jobs hide none behind them', async () => {
    const issue = (job: string, age: string): Promise<unknown[]> =>
      test.sql(`INSERT INTO outbox (job, payload, state, issued_at) VALUES ($1, '{}', 'issued', now() - $2::interval)`, [job, age]);
    for (const [job, age] of [['waits', '2 minutes'], ['waits too', '3 minutes'], ['lost', '1 minute'], ['just issued', '1 second']] as const) await issue(job, age);
    expect([await take(2), await take(2), await take(2)]).toEqual([['waits', 'waits too'], ['lost'], []]);
  });
});
