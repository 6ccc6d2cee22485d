import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { connectMqtt, publish, VERSIONS } from './testing/mqtt-client.js';
import { storedPoints, storedRefusals, storedValues } from './testing/stored.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway()));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

const NOW = Date.now();

describe.each(VERSIONS)('telemetry over MQTT version %d', (protocolVersion) => {
  it.each([0, 1, 2] as const)('stores what comes with QoS %d', async (qos) => {
    const machine = await test.machine();
    const client = await connectMqtt(test, machine, { protocolVersion });
    await publish(client, JSON.stringify({ temperature: 20 + qos }), { qos });
    await client.endAsync();
    await test.gateway.drained();
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ temperature: 20 + qos });
  });

  it('takes all four forms and every kind of value', async () => {
    const machine = await test.machine();
    const client = await connectMqtt(test, machine, { protocolVersion });
    await publish(client, '{"plain":1}');
    await publish(client, '[{"listed":2},{"second":true}]');
    await publish(client, `{"ts":${NOW},"values":{"timed":"文字","nested":{"a":[1,null]}}}`);
    await publish(client, `[{"ts":${NOW - 1000},"values":{"timed":"before"}},{"ts":${NOW - 2000},"values":{"late":-0.5}}]`);
    await client.endAsync();
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ plain: 1, listed: 2, second: true, timed: '文字', nested: { a: [1, null] }, late: -0.5 });
    const kinds = await test.db.sql('SELECT key, value_kind FROM series WHERE device_id = $1 ORDER BY key', [machine.deviceId]);
    expect(Object.fromEntries(kinds.map(({ key, value_kind }) => [key, value_kind]))).toMatchObject({ plain: 'number', second: 'boolean', timed: 'text', nested: 'json' });
  });
});

it('gives each message without a time a stamp of its own', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  await Promise.all(Array.from({ length: 500 }, (_, n) => publish(client, `{"n":${n}}`)));
  await client.endAsync();
  const points = await storedPoints(test.db, machine.deviceId);
  expect(points.map(({ value }) => value)).toEqual(Array.from({ length: 500 }, (_, n) => n));
});

it('stores a repeated message once, and of two with one time the last', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  for (const value of [1, 1, 2]) await publish(client, `{"ts":${NOW},"values":{"x":${value}}}`);
  await publish(client, `[{"ts":${NOW - 5},"values":{"x":7}},{"ts":${NOW - 5},"values":{"x":8}}]`);
  await client.endAsync();
  expect(await storedPoints(test.db, machine.deviceId)).toMatchObject([
    { atMs: NOW - 5, value: 8 },
    { atMs: NOW, value: 2 },
  ]);
});

it('lets history pass the clock check, and nothing else', async () => {
  const machine = await test.machine();
  const old = `{"ts":${Date.UTC(2018, 0, 1)},"values":{"usage_kwh":3.17}}`;
  const client = await connectMqtt(test, machine, { protocolVersion: 5 });
  expect(await publish(client, old)).toBe(0x99);
  expect(await publish(client, old, { properties: { userProperties: { 'tenon-history': '1' } } })).toBe(0);
  expect(await publish(client, old, { topic: 'v1/devices/me/telemetry/history' })).toBe(0);
  await client.endAsync();
  const replay = await connectMqtt(test, machine, { protocolVersion: 5, properties: { userProperties: { 'tenon-history': '1' } } });
  expect(await publish(replay, old)).toBe(0);
  expect(await publish(replay, `{"ts":${Date.UTC(1999, 11, 31)},"values":{"x":1}}`)).toBe(0x99);
  expect(await publish(replay, `{"ts":${NOW + 3_600_000},"values":{"x":1}}`)).toBe(0x99);
  const tooOld = `{"ts":${Date.UTC(new Date(NOW).getUTCFullYear() - 11, 0, 1)},"values":{"x":1}}`;
  expect(await publish(replay, tooOld)).toBe(0x99);
  await replay.endAsync();
  await test.gateway.drained();
  expect(await storedRefusals(test.db, machine.deviceId)).toContainEqual(expect.objectContaining({ code: 'TELEMETRY.TOO_OLD', count: 2, sample: tooOld }));
  expect(await storedValues(test.db, machine.deviceId)).toEqual({ usage_kwh: 3.17 });
  expect(await test.db.sql(`SELECT 1 FROM pg_class WHERE relname = 'telemetry_2018_01'`)).toHaveLength(1);
});

it('keeps two companies apart', async () => {
  const [a, b] = await Promise.all([connectMqtt(test, test.a), connectMqtt(test, test.b)]);
  await Promise.all([publish(a, `{"ts":${NOW},"values":{"secret":1}}`), publish(b, `{"ts":${NOW},"values":{"secret":2}}`)]);
  await Promise.all([a.endAsync(), b.endAsync()]);
  expect(await storedPoints(test.db, test.a.deviceId)).toMatchObject([{ tenantId: test.a.tenantId, value: 1 }]);
  expect(await storedPoints(test.db, test.b.deviceId)).toMatchObject([{ tenantId: test.b.tenantId, value: 2 }]);
  const mixed = await test.db.sql('SELECT 1 FROM telemetry t JOIN telemetry_shape h ON h.id = t.shape_id WHERE h.tenant_id <> t.tenant_id');
  expect(mixed).toEqual([]);
});

it('merges attributes and keeps what was not sent again', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  const topic = 'v1/devices/me/attributes';
  await publish(client, '{"firmware":"1.0","serial":7}', { topic });
  await publish(client, '{"firmware":"1.1","net":{"ip":"10.0.0.9"}}', { topic });
  expect(await publish(client, '[1]', { topic })).toBe(0x99);
  await client.endAsync();
  await test.gateway.drained();
  const [device] = await test.db.sql('SELECT attributes FROM device WHERE id = $1', [machine.deviceId]);
  expect(device?.['attributes']).toEqual({ firmware: '1.1', serial: 7, net: { ip: '10.0.0.9' } });
  expect(await storedRefusals(test.db, machine.deviceId)).toMatchObject([{ code: 'ATTRIBUTE.WRONG_SHAPE' }]);
});
