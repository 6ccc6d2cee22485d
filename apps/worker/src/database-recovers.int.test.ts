import 'reflect-metadata';
import { it } from '@jest/globals';
import { testDatabase } from '@tenon/testing';
import { expectToWaitForRecovery } from '@tenon/testing/recovery';
import { testWorker, type TestWorker } from './testing/test-worker.js';

it('waits for a database that recovers yet, and its pages say so', async () => {
  const database = await testDatabase();
  let worker: TestWorker | undefined;
  await expectToWaitForRecovery(database.databaseUrl, async ({ databaseUrl, port }) => {
    worker = await testWorker(databaseUrl, port);
  });
  await worker?.close();
  await database.close();
});
