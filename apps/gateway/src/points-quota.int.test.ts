import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { eventually } from './testing/eventually.js';
import { connectMqtt, publish, VERSIONS } from './testing/mqtt-client.js';
import { post } from './testing/post.js';
import { storedRefusals, storedValues } from './testing/stored.js';
import { announce, testGateway, type TestGateway, type TestMachine } from './testing/test-gateway.js';

const QUOTA_EXCEEDED = 0x97;

let test: TestGateway;
let machine: TestMachine;
beforeAll(async () => (test = await testGateway()));
beforeEach(async () => (machine = await test.machine()));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

const dayEnd = (): number => Math.ceil((Date.now() + HOUR_MS) / DAY_MS) * DAY_MS;
const told = (): Promise<unknown> => announce(test.db, { kind: 'full-days', tenantId: test.a.tenantId });

/** Says that company A's day is full, as metering does. */
async function fill(): Promise<void> {
  const toMs = dayEnd();
  await test.db.sql('INSERT INTO full_day (tenant_id, day, from_at, to_at, points) VALUES ($1, $2, $3, $4, 60) ON CONFLICT DO NOTHING', [test.a.tenantId, new Date(toMs - DAY_MS), new Date(toMs - DAY_MS), new Date(toMs)]);
  await told();
  await eventually(async () => expect((await post(test, test.a, 'telemetry', '{"probe":1}')).status).toBe(429));
}
async function clear(): Promise<void> {
  await test.db.sql('DELETE FROM full_day WHERE tenant_id = $1', [test.a.tenantId]);
  await told();
  await eventually(async () => expect((await post(test, test.a, 'telemetry', '{"probe":1}')).status).toBe(200));
}

describe('points of a day that is full', () => {
  beforeAll(fill);
  afterAll(clear);

  it.each(VERSIONS)('are refused by MQTT version %d, kept with their reason, and nothing is lost silently', async (protocolVersion) => {
    const client = await connectMqtt(test, machine, { protocolVersion });
    for (const qos of [1, 2, 0] as const) expect(await publish(client, '{"x":1}', { qos })).toBe(protocolVersion === 5 && qos > 0 ? QUOTA_EXCEEDED : 0);
    await client.endAsync();
    await test.gateway.drained();
    expect(await storedRefusals(test.db, machine.deviceId)).toMatchObject([{ code: 'QUOTA.REACHED', count: 3, door: 'mqtt', sample: '{"x":1}', details: { meter: 'pointsADay', limit: 60, resetsAt: new Date(dayEnd()).toISOString() } }]);
    expect(await storedValues(test.db, machine.deviceId)).toEqual({});
  });

  it('are refused over HTTP with 429, and when to come again', async () => {
    const response = await fetch(`http://127.0.0.1:${test.gateway.httpPort}/api/v1/${machine.token}/telemetry`, { method: 'POST', body: '{"x":1}' });
    expect([response.status, await response.json()]).toMatchObject([429, { error: { code: 'QUOTA.REACHED', details: { meter: 'pointsADay' } } }]);
    const restS = (dayEnd() - Date.now()) / 1_000;
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(restS - 60);
    expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(Math.ceil(restS) + 1);
  });

  it('are those of that day alone, by their own times; a message is never taken in part', async () => {
    const yesterday = dayEnd() - DAY_MS - HOUR_MS;
    const reading = (ts: number) => ({ ts, values: { y: 1 } });
    expect(await post(test, machine, 'telemetry', JSON.stringify(reading(yesterday)))).toMatchObject({ status: 200 });
    expect(await post(test, machine, 'telemetry', JSON.stringify([reading(yesterday + 1), { ts: Date.now(), values: { z: 1 } }]))).toEqual({ status: 429, code: 'QUOTA.REACHED' });
    await test.gateway.drained();
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ y: 1 });
  });

  it('are one company’s: another sends on, and attributes are no points', async () => {
    expect((await post(test, test.b, 'telemetry', '{"x":1}')).status).toBe(200);
    expect((await post(test, machine, 'attributes', '{"model":"A"}')).status).toBe(200);
  });
});

it('takes points again as soon as there is room', async () => {
  await fill();
  await clear();
  expect((await post(test, machine, 'telemetry', '{"x":1}')).status).toBe(200);
});

