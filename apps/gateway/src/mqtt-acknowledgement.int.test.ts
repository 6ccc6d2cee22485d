import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MqttClient } from 'mqtt';
import pg from 'pg';
import { guardBystander } from '@tenon/testing/bystander';
import { eventually } from './testing/eventually.js';
import { holdCommits } from './testing/hold-commits.js';
import { connectMqtt, disconnected, publish, VERSIONS } from './testing/mqtt-client.js';
import { storedPoints, storedValues } from './testing/stored.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway()));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

async function pending({ registry }: TestGateway): Promise<number> {
  return Number(/tenon_ingest_pending_messages\{.*\} (\d+)/.exec(await registry.metrics())?.[1]);
}

/** A PINGREQ and its answer: what was sent to this client before is there now. */
async function roundTrip(client: MqttClient): Promise<void> {
  const answered = new Promise<void>((resolve) => client.on('packetreceive', (packet) => packet.cmd === 'pingresp' && resolve()));
  client.sendPing();
  await answered;
}

describe.each(VERSIONS)('MQTT version %d', (protocolVersion) => {
  it.each([1, 2] as const)('acknowledges QoS %d only after the commit', async (qos) => {
    const machine = await test.machine();
    const client = await connectMqtt(test, machine, { protocolVersion });
    const commits = await holdCommits(test.db);
    const received: string[] = [];
    client.on('packetreceive', ({ cmd }) => received.push(cmd));
    const published = publish(client, '{"x":1}', { qos });
    await commits.untilStalled();
    await roundTrip(client);
    expect(received).toEqual(['pingresp']);
    await commits.release();
    await published;
    expect(received).toContain(qos === 1 ? 'puback' : 'pubrec');
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ x: 1 });
    await client.endAsync();
  });
});

it('answers in the order the messages came, refused ones too', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  const order: number[] = [];
  client.on('packetreceive', (packet) => packet.cmd === 'puback' && order.push(packet.reasonCode ?? 0));
  await Promise.all(['{"a":1}', 'broken', '{"b":1}', '{"a":2}', '[]'].map((payload) => publish(client, payload)));
  expect(order).toEqual([0, 0x99, 0, 0, 0x99]);
  await client.endAsync();
});

it('stores a QoS 2 message once that comes again on a new connection of its session', async () => {
  const machine = await test.machine();
  const options = { clientId: 'plc', clean: false, protocolVersion: 4 as const };
  const first = await connectMqtt(test, machine, options);
  // The PUBREC is never answered: the connection breaks between the two halves.
  first.on('packetsend', (packet) => packet.cmd === 'pubrel' && first.stream.destroy());
  const broken = new Promise<void>((resolve) => first.once('close', () => resolve()));
  first.publish('v1/devices/me/telemetry', '{"shots":1}', { qos: 2 });
  await broken;
  const second = await connectMqtt(test, machine, options);
  const recs: number[] = [];
  second.on('packetreceive', (packet) => packet.cmd === 'pubrec' && recs.push(packet.messageId ?? 0));
  const messageId = await republish(second, first);
  await eventually(async () => expect(recs).toContain(messageId));
  await second.endAsync(true);
  await test.gateway.drained();
  expect(await storedPoints(test.db, machine.deviceId)).toHaveLength(1);
  first.end(true);
});

/** Sends the first client's message again, as its session demands, by the second. */
async function republish(second: MqttClient, first: MqttClient): Promise<number> {
  const messageId = first.getLastMessageId();
  const packet = { cmd: 'publish', topic: 'v1/devices/me/telemetry', payload: '{"shots":1}', qos: 2, dup: true, retain: false, messageId } as const;
  const { generate } = (await import('mqtt-packet')).default;
  second.stream.write(generate(packet));
  return messageId;
}

it('finishes what it took when it closes', async () => {
  const own = await testGateway();
  const client = await connectMqtt(own, own.a);
  const published = Array.from({ length: 300 }, (_, n) => publish(client, `{"ts":${Date.now() - n},"values":{"n":${n}}}`));
  await new Promise<void>((resolve) => client.once('packetreceive', () => resolve()));
  await own.gateway.close();
  const answers = await Promise.allSettled(published);
  const acknowledged = answers.filter(({ status }) => status === 'fulfilled').length;
  const stored = await own.db.sql('SELECT 1 FROM telemetry');
  expect(acknowledged).toBeGreaterThan(0);
  expect(stored.length).toBeGreaterThanOrEqual(acknowledged);
  client.end(true);
  await own.db.close();
});

it('reads no further than it can hold, and loses nothing', async () => {
  const small = await testGateway({ ingest: { maxPendingMessages: 200 }, mqtt: { receiveMaximum: 4_000, messagesPerSecond: 1_000_000 } });
  const clients = await Promise.all([connectMqtt(small, small.a, { protocolVersion: 4 }), connectMqtt(small, small.b, { protocolVersion: 4 })]);
  await Promise.all(clients.map((client) => publish(client, '{"n":0}')));
  const commits = await holdCommits(small.db);
  const nowMs = Date.now();
  const sent = clients.flatMap((client) => Array.from({ length: 3_000 }, (_, n) => publish(client, `{"ts":${nowMs - n},"values":{"n":${n}}}`)));
  await commits.untilStalled();
  await eventually(async () => expect(await pending(small)).toBe(200));
  await commits.release();
  await Promise.all(sent);
  expect(await pending(small)).toBe(0);
  await Promise.all(clients.map((client) => client.endAsync()));
  expect(await small.db.sql('SELECT 1 FROM telemetry')).toHaveLength(6_002);
  await small.close();
});

it('reads nothing more once it closes, however much was waiting, and finishes what it took', async () => {
  const own = await testGateway({ ingest: { maxPendingMessages: 200 }, mqtt: { receiveMaximum: 4_000, messagesPerSecond: 1_000_000 } });
  const client = await connectMqtt(own, own.a, { protocolVersion: 4 });
  await publish(client, '{"n":0}');
  const commits = await holdCommits(own.db);
  const nowMs = Date.now();
  let acknowledged = 0;
  client.on('packetreceive', ({ cmd }) => (acknowledged += cmd === 'puback' ? 1 : 0));
  for (let n = 0; n < 3_000; n += 1) client.publish('v1/devices/me/telemetry', `{"ts":${nowMs - n},"values":{"n":${n}}}`, { qos: 1 });
  await commits.untilStalled();
  await eventually(async () => expect(await pending(own)).toBe(200));
  const gone = disconnected(client);
  const closed = own.gateway.close();
  await commits.release();
  await Promise.all([closed, gone]);
  expect([acknowledged, (await own.db.sql('SELECT 1 FROM telemetry')).length]).toEqual([200, 201]);
  client.end(true);
  await own.db.close();
});

it('counts attributes among what it can hold', async () => {
  const small = await testGateway({ ingest: { maxPendingMessages: 50 } });
  const client = await connectMqtt(small, small.a, { protocolVersion: 4 });
  const holder = new pg.Client({ connectionString: small.db.superuserUrl });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT 1 FROM device WHERE id = $1 FOR UPDATE', [small.a.deviceId]);
  const sent = Array.from({ length: 200 }, (_, n) => publish(client, `{"n":${n}}`, { topic: 'v1/devices/me/attributes' }));
  await eventually(async () => expect(await pending(small)).toBe(50));
  await holder.end();
  await Promise.all(sent);
  expect(await pending(small)).toBe(0);
  expect(await small.db.sql('SELECT attributes FROM device WHERE id = $1', [small.a.deviceId])).toEqual([{ attributes: { n: 199 } }]);
  await client.endAsync();
  await small.close();
});
