import { it } from '@jest/globals';
import { expectToWaitForRecovery } from '@tenon/testing/recovery';
import { testDatabase } from '@tenon/testing';
import { testApi, type TestApi } from './testing/test-api.js';

it('waits for a database that recovers yet, and its pages say so', async () => {
  const database = await testDatabase();
  let api: TestApi | undefined;
  await expectToWaitForRecovery(database.databaseUrl, async ({ databaseUrl, port }) => {
    api = await testApi({ DATABASE_URL: databaseUrl, API_PORT: String(port) });
  });
  await api?.close();
  await database.close();
});
