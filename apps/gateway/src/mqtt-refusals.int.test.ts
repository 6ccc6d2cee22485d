import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { connectMqtt, disconnected, publish, VERSIONS } from './testing/mqtt-client.js';
import { storedRefusals, storedValues } from './testing/stored.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway({ mqtt: { maxPacketBytes: 4_096 } })));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

const TEN_YEARS_MS = 10 * 365.25 * 86_400_000;

const BAD = [
  ['bad JSON', '{"x":', {}, 'TELEMETRY.BAD_JSON', 0x99],
  ['a wrong shape', '"x"', {}, 'TELEMETRY.WRONG_SHAPE', 0x99],
  ['a text that is not UTF-8', Buffer.from([0x7b, 0x22, 0xd6, 0xd0, 0x22, 0x3a, 0x31, 0x7d]), {}, 'TELEMETRY.BAD_JSON', 0x99],
  ['an unknown topic', '{"x":1}', { topic: 'factory/line1' }, 'TOPIC.UNKNOWN', 0x90],
  ['a clock ten years ahead', `{"ts":${Date.now() + TEN_YEARS_MS},"values":{"x":1}}`, {}, 'TELEMETRY.CLOCK_AHEAD', 0x99],
  ['a clock ten years behind', `{"ts":${Date.now() - TEN_YEARS_MS},"values":{"x":1}}`, {}, 'TELEMETRY.CLOCK_BEHIND', 0x99],
  ['a time in seconds', `{"ts":${Math.floor(Date.now() / 1_000)},"values":{"x":1}}`, {}, 'TELEMETRY.BAD_TIMESTAMP', 0x99],
] as const;

describe.each(VERSIONS)('MQTT version %d', (protocolVersion) => {
  it.each(BAD)('refuses %s, keeps it with its reason, and goes on', async (_what, payload, options, code, reason) => {
    const machine = await test.machine();
    const client = await connectMqtt(test, machine, { protocolVersion });
    for (const qos of [1, 2, 0] as const) {
      const answered = await publish(client, payload, { ...options, qos });
      expect(answered).toBe(protocolVersion === 5 && qos > 0 ? reason : 0);
    }
    expect(await publish(client, '{"after":1}')).toBe(0);
    await client.endAsync();
    await test.gateway.drained();
    const [refusal, ...others] = await storedRefusals(test.db, machine.deviceId);
    expect(others).toEqual([]);
    expect(refusal).toMatchObject({ code, count: 3, door: 'mqtt' });
    expect(refusal?.sample.length).toBeGreaterThan(0);
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ after: 1 });
  });
});

describe('a message that we fail to store', () => {
  beforeAll(() => test.db.sql('ALTER TABLE telemetry ADD CONSTRAINT not_storable CHECK (num[1] IS DISTINCT FROM 666)'));

  it.each([1, 2] as const)('is not acknowledged before MQTT 5, which could only say that it is stored (QoS %d)', async (qos) => {
    const machine = await test.machine();
    const client = await connectMqtt(test, machine, { protocolVersion: 4 });
    await publish(client, '{"x":1}', { qos: 0 });
    const gone = disconnected(client);
    const answered: string[] = [];
    client.on('packetreceive', ({ cmd }) => answered.push(cmd));
    void publish(client, '{"x":666}', { qos }).catch(() => undefined);
    await gone;
    expect(answered).toEqual([]);
    await test.gateway.drained();
    expect(await storedRefusals(test.db, machine.deviceId)).toMatchObject([{ code: 'TELEMETRY.NOT_STORED', count: 1 }]);
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ x: 1 });
  });

  it('is answered with a reason in MQTT 5, and keeps nobody waiting where no answer is wanted', async () => {
    const machine = await test.machine();
    const [five, four] = [await connectMqtt(test, machine), await connectMqtt(test, machine, { protocolVersion: 4 })];
    expect(await publish(five, '{"x":666}')).toBe(0x83);
    await publish(four, '{"x":666}', { qos: 0 });
    expect(await Promise.all([five, four].map((client) => publish(client, '{"x":1}')))).toEqual([0, 0]);
    await Promise.all([five, four].map((client) => client.endAsync()));
    await test.gateway.drained();
    expect(await storedRefusals(test.db, machine.deviceId)).toMatchObject([{ code: 'TELEMETRY.NOT_STORED', count: 2 }]);
  });
});

const LARGE = `{"x":"${'y'.repeat(9_000)}"}`;

it('passes over what is too large for a client of 3.1.1, answers it, and goes on', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine, { protocolVersion: 4 });
  await publish(client, LARGE);
  await publish(client, LARGE, { qos: 2 });
  await publish(client, '{"after":1}');
  await client.endAsync();
  await test.gateway.drained();
  expect(await storedRefusals(test.db, machine.deviceId)).toMatchObject([{ code: 'PAYLOAD.TOO_LARGE', count: 2, details: { maxBytes: 4_096 } }]);
  expect(await storedValues(test.db, machine.deviceId)).toEqual({ after: 1 });
});

it('ends the connection of a client of MQTT 5 that was told the limit', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine, { protocolVersion: 5 });
  const gone = disconnected(client);
  const { generate } = (await import('mqtt-packet')).default;
  client.stream.write(generate({ cmd: 'publish', topic: 'v1/devices/me/telemetry', payload: LARGE, qos: 1, dup: false, retain: false, messageId: 9 }, { protocolVersion: 5 }));
  expect(await gone).toBe(0x95);
  await test.gateway.drained();
  expect(await storedRefusals(test.db, machine.deviceId)).toMatchObject([{ code: 'PAYLOAD.TOO_LARGE' }]);
});

it('counts refusals by reason', async () => {
  const before = await test.registry.metrics();
  const client = await connectMqtt(test, test.a);
  await publish(client, 'x');
  await client.endAsync();
  const count = (text: string): number => Number(/tenon_gateway_refusals_total\{code="TELEMETRY.BAD_JSON",door="mqtt",service="gateway"\} (\d+)/.exec(text)?.[1] ?? 0);
  expect(count(await test.registry.metrics())).toBe(count(before) + 1);
});
