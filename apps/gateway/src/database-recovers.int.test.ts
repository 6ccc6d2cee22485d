import { expect, it } from '@jest/globals';
import { createLog, createMetrics } from '@tenon/runtime';
import { testDatabase } from '@tenon/testing';
import { expectToWaitForRecovery } from '@tenon/testing/recovery';
import { startGateway, type Gateway } from './gateway.js';

it('waits for a database that recovers yet, and its pages say so', async () => {
  const database = await testDatabase();
  let gateway: Gateway | undefined;
  await expectToWaitForRecovery(database.databaseUrl, async ({ databaseUrl, port }) => {
    const log = createLog({ name: 'test', level: 'silent' });
    gateway = await startGateway({ databaseUrl, mqttPort: 0, httpPort: port, gatewayId: 'test', connectsPerMinute: 100, log, registry: createMetrics('gateway') });
  });
  expect(gateway?.mqttPort).toBeGreaterThan(0);
  await gateway?.close();
  await database.close();
});
