import { afterEach, beforeEach, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventually } from './testing/eventually.js';
import { connectMqtt, disconnected, publish } from './testing/mqtt-client.js';
import { storedPoints } from './testing/stored.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

let test: TestGateway;
beforeEach(async () => (test = await testGateway({ ingest: { holdMs: 1_500 } })));
afterEach(() => test.close());

/** Ends the gateway's connections, and lets no new ones in until opened again. */
async function shutDatabase(): Promise<{ open: () => Promise<void> }> {
  const admin = new pg.Client({ connectionString: Object.assign(new URL(test.db.superuserUrl), { pathname: '/postgres' }).toString() });
  await admin.connect();
  const name = admin.escapeIdentifier(new URL(test.db.superuserUrl).pathname.slice(1));
  await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [new URL(test.db.superuserUrl).pathname.slice(1)]);
  return {
    open: async () => {
      await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`);
      await admin.end();
    },
  };
}

it('holds what came while its connections broke, and acknowledges it once it is stored', async () => {
  const client = await connectMqtt(test, test.a);
  await publish(client, '{"n":0}');
  const nowMs = Date.now();
  const published: Promise<number>[] = [];
  for (let round = 0; round < 5; round += 1) {
    await test.db.sql('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = $1', ['tenon_ingest']);
    for (let n = 0; n < 50; n += 1) published.push(publish(client, `{"ts":${nowMs - round * 50 - n},"values":{"m":${n}}}`));
    await Promise.race(published.slice(-50));
  }
  expect(new Set(await Promise.all(published))).toEqual(new Set([0]));
  await client.endAsync();
  expect((await storedPoints(test.db, test.a.deviceId)).filter(({ key }) => key === 'm')).toHaveLength(250);
});

it('lets machines and callers know when the database stays away, and goes on when it is back', async () => {
  const client = await connectMqtt(test, test.a);
  await publish(client, '{"n":0}');
  await fetch(`http://127.0.0.1:${test.gateway.httpPort}/api/v1/${test.b.token}/telemetry`, { method: 'POST', body: '{"n":0}' });
  const database = await shutDatabase();
  const gone = disconnected(client);
  const answers: number[] = [];
  void publish(client, '{"n":1}').then((reason) => answers.push(reason), () => undefined);
  const response = await fetch(`http://127.0.0.1:${test.gateway.httpPort}/api/v1/${test.b.token}/telemetry`, { method: 'POST', body: '{"n":1}' });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await response.json()).toMatchObject({ error: { code: 'DB.UNAVAILABLE' } });
  expect(await gone).toBe(0x89);
  expect(answers).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${test.gateway.httpPort}/readyz`)).status).toBe(503);
  await expect(connectMqtt(test, { token: `T${'1'.repeat(31)}` })).rejects.toMatchObject({ code: 0x88 });
  await database.open();
  const back = await eventually(() => connectMqtt(test, test.a));
  expect(await publish(back, '{"n":2}')).toBe(0);
  await back.endAsync();
});
