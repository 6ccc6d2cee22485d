import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { DatabaseWay } from '@tenon/testing';
import { eventually } from './testing/eventually.js';
import { holdCommits } from './testing/hold-commits.js';
import { connectMqtt, disconnected, publish } from './testing/mqtt-client.js';
import { storedPoints } from './testing/stored.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

let way: DatabaseWay;
let test: TestGateway;

beforeEach(async () => {
  test = await testGateway({ ingest: { holdMs: 1_500 } }, async (databaseUrl) => {
    way = await DatabaseWay.to(databaseUrl);
    return way.url;
  });
});
afterEach(async () => {
  way.lead();
  await test.close();
  way.close();
});

function post(token: string, body: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${test.gateway.httpPort}/api/v1/${token}/telemetry`, { method: 'POST', body });
}

it('holds what came while its connections broke, and acknowledges it once it is stored', async () => {
  const client = await connectMqtt(test, test.a);
  await publish(client, '{"n":0}');
  const nowMs = Date.now();
  const published: Promise<number>[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (let n = 0; n < 50; n += 1) published.push(publish(client, `{"ts":${nowMs - round * 50 - n},"values":{"m":${n}}}`));
    way.cut();
    way.lead();
    await Promise.race(published.slice(-50));
  }
  expect(new Set(await Promise.all(published))).toEqual(new Set([0]));
  await client.endAsync();
  expect((await storedPoints(test.db, test.a.deviceId)).filter(({ key }) => key === 'm')).toHaveLength(250);
});

it('outlives a connection that is cut in the middle of a batch, and writes the batch again', async () => {
  const client = await connectMqtt(test, test.a);
  await publish(client, '{"n":0}');
  const commits = await holdCommits(test.db);
  const published = publish(client, `{"ts":${Date.now()},"values":{"n":1}}`);
  await commits.untilStalled();
  way.cut();
  way.lead();
  await commits.release();
  expect(await published).toBe(0);
  await client.endAsync();
  expect(await storedPoints(test.db, test.a.deviceId)).toMatchObject([{ value: 0 }, { value: 1 }]);
});

it('lets machines and callers know when the database stays away, and goes on when it is back', async () => {
  const client = await connectMqtt(test, test.a);
  await publish(client, '{"n":0}');
  expect((await post(test.b.token, '{"n":0}')).status).toBe(200);
  way.cut();
  const gone = disconnected(client);
  const answers: number[] = [];
  void publish(client, '{"n":1}').then(
    (reason) => answers.push(reason),
    () => undefined,
  );
  const response = await post(test.b.token, '{"n":1}');
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await response.json()).toMatchObject({ error: { code: 'DB.UNAVAILABLE' } });
  expect(await gone).toBe(0x89);
  expect(answers).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${test.gateway.httpPort}/readyz`)).status).toBe(503);
  await expect(connectMqtt(test, { token: `T${'1'.repeat(31)}` })).rejects.toMatchObject({ code: 0x88 });
  way.lead();
  const back = await eventually(() => connectMqtt(test, test.a));
  expect(await publish(back, '{"n":2}')).toBe(0);
  await back.endAsync();
});
