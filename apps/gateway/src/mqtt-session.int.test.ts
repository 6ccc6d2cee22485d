import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mqttPacket from 'mqtt-packet';
import type { IConnackPacket } from 'mqtt';
import { guardBystander } from '@tenon/testing/bystander';
import { connectMqtt, disconnected, publish, VERSIONS } from './testing/mqtt-client.js';
import { storedRefusals, storedValues } from './testing/stored.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway()));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

describe.each(VERSIONS)('MQTT version %d', (protocolVersion) => {
  it('lets a client take its own session over, and no other', async () => {
    const machine = await test.machine();
    const [old, other] = await Promise.all([
      connectMqtt(test, machine, { protocolVersion, clientId: 'plc' }),
      connectMqtt(test, machine, { protocolVersion, clientId: 'hmi' }),
    ]);
    const stranger = await connectMqtt(test, test.b, { protocolVersion, clientId: 'plc' });
    const gone = disconnected(old);
    const taking = await connectMqtt(test, machine, { protocolVersion, clientId: 'plc' });
    expect(await gone).toBe(protocolVersion === 5 ? 0x8e : undefined);
    expect(await Promise.all([taking, other, stranger].map((client) => publish(client, '{"x":1}')))).toEqual([0, 0, 0]);
    await Promise.all([taking, other, stranger].map((client) => client.endAsync()));
  });

  it('ends a connection that is silent for one and a half keep-alives', async () => {
    const client = await connectMqtt(test, test.a, { protocolVersion, keepalive: 1, reschedulePings: false });
    Object.assign(client, { sendPing: () => undefined });
    client.keepaliveManager?.destroy();
    const startedMs = Date.now();
    expect(await disconnected(client)).toBe(protocolVersion === 5 ? 0x8d : undefined);
    expect(Date.now() - startedMs).toBeGreaterThanOrEqual(1_400);
  });

  it("sends a broken connection's will as what its topic says", async () => {
    const machine = await test.machine();
    const will = { topic: 'v1/devices/me/telemetry', payload: Buffer.from('{"online":false}'), qos: 1 as const, retain: false };
    const client = await connectMqtt(test, machine, { protocolVersion, will });
    const polite = await connectMqtt(test, await test.machine(), { protocolVersion, will });
    await closedBy(test, () => void polite.end());
    await closedBy(test, () => client.stream.destroy());
    await test.gateway.drained();
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ online: false });
    expect(await test.db.sql(`SELECT 1 FROM series WHERE key = 'online' AND device_id <> $1`, [machine.deviceId])).toHaveLength(protocolVersion === 4 ? 0 : 1);
  });

  it('grants subscriptions to its own topics only', async () => {
    const client = await connectMqtt(test, test.a, { protocolVersion });
    const granted = await client.subscribeAsync({ 'v1/devices/me/attributes': { qos: 1 }, 'v1/devices/me/rpc/request/+': { qos: 2 } });
    expect(granted.map(({ qos }) => qos)).toEqual([1, 2]);
    const refused = protocolVersion === 5 ? 0x87 : 0x80;
    await expect(client.subscribeAsync({ '#': { qos: 0 } })).rejects.toMatchObject({ packet: { granted: [refused] } });
    await client.unsubscribeAsync('v1/devices/me/attributes');
    await client.endAsync();
  });
});

/** Does something that breaks a connection, and waits until the gateway has noticed. */
async function closedBy({ registry }: TestGateway, act: () => void): Promise<void> {
  const connected = async (): Promise<number> => Number(/tenon_mqtt_clients\{.*\} (\d+)/.exec(await registry.metrics())?.[1]);
  const before = await connected();
  act();
  while ((await connected()) === before) await new Promise((resolve) => setImmediate(resolve));
}

it('says whether it knows the session, and forgets it on a clean start', async () => {
  const machine = await test.machine();
  const again = async (options: object): Promise<boolean> => {
    const client = await connectMqtt(test, machine, { clientId: 's', ...options });
    const present = connackOf(client).sessionPresent;
    await client.endAsync();
    return present;
  };
  const kept = { clean: false, properties: { sessionExpiryInterval: 60 } };
  expect(await again(kept)).toBe(false);
  expect(await again(kept)).toBe(true);
  expect(await again({ clean: true })).toBe(false);
  expect(await again({ clean: false, protocolVersion: 4 })).toBe(false);
  expect(await again({ clean: false, protocolVersion: 4 })).toBe(true);
});

function connackOf(client: object): IConnackPacket {
  return (client as { connackPacket?: IConnackPacket }).connackPacket as IConnackPacket;
}

it('tells a client of MQTT 5 its limits and gives it an id', async () => {
  const socket = connect(test.gateway.mqttPort, '127.0.0.1');
  socket.write(mqttPacket.generate({ cmd: 'connect', protocolId: 'MQTT', protocolVersion: 5, clientId: '', clean: true, keepalive: 0, username: test.a.token }, { protocolVersion: 5 }));
  const parser = mqttPacket.parser({ protocolVersion: 5 });
  const answered = once(parser, 'packet');
  socket.on('data', (chunk) => parser.parse(chunk));
  const [connack] = (await answered) as [IConnackPacket];
  expect(connack.properties).toMatchObject({ receiveMaximum: 8_192, maximumPacketSize: 262_144, topicAliasMaximum: 32, serverKeepAlive: 300, sharedSubscriptionAvailable: false });
  expect(connack.properties?.assignedClientIdentifier).toMatch(/^tenon-/);
  socket.destroy();
});

/** A CONNECT by hand: real clients refuse to send some of these. */
function connectBytes(name: string, level: number, flags: number, clientId: string): Buffer {
  const text = (value: string): Buffer => Buffer.concat([Buffer.from([0, value.length]), Buffer.from(value)]);
  const body = Buffer.concat([text(name), Buffer.from([level, flags, 0, 10]), text(clientId), text(test.a.token)]);
  return Buffer.concat([Buffer.from([0x10, body.length]), body]);
}

const CLEAN = 0x82;
const UNCLEAN = 0x80;

it.each([
  ['3.1.1 without an id, not clean', 'MQTT', 4, UNCLEAN, '', 2],
  ['3.1.1 without an id, clean', 'MQTT', 4, CLEAN, '', 0],
  ['3.1', 'MQIsdp', 3, CLEAN, 'old', 0],
  ['a version to come', 'MQTT', 6, CLEAN, 'new', 1],
] as const)('answers a CONNECT of %s', async (_what, name, level, flags, clientId, returnCode) => {
  const socket = connect(test.gateway.mqttPort, '127.0.0.1');
  const answered = once(socket, 'data');
  socket.write(connectBytes(name, level, flags, clientId));
  const [bytes] = (await answered) as [Buffer];
  expect([...bytes]).toEqual([0x20, 2, 0, returnCode]);
  socket.destroy();
});

it('uses topic aliases, and ends a connection that uses one it never gave', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  await publish(client, '{"x":1}', { properties: { topicAlias: 1 } });
  const gone = disconnected(client);
  const packet = { cmd: 'publish', topic: '', payload: '{"x":2}', qos: 0, dup: false, retain: false } as const;
  client.stream.write(mqttPacket.generate({ ...packet, properties: { topicAlias: 1 } }, { protocolVersion: 5 }));
  client.stream.write(mqttPacket.generate({ ...packet, properties: { topicAlias: 2 } }, { protocolVersion: 5 }));
  expect(await gone).toBe(0x82);
  await test.gateway.drained();
  expect(await storedValues(test.db, machine.deviceId)).toEqual({ x: 2 });
  expect(await storedRefusals(test.db, machine.deviceId)).toMatchObject([{ code: 'MQTT.PROTOCOL_ERROR' }]);
});

it('says no to messages beyond the rate in MQTT 5, and before it reads no further until there is room', async () => {
  // One message in fifty seconds: whatever the test waits for meanwhile, there is no room for a second.
  const slow = await testGateway({ mqtt: { messagesPerSecond: 0.02 } });
  const neighbour = await slow.machine();
  const [five, four, beside] = await Promise.all([connectMqtt(slow, slow.a), connectMqtt(slow, slow.b, { protocolVersion: 4 }), connectMqtt(slow, neighbour, { protocolVersion: 4 })]);
  expect(await publish(five, '{"n":1}')).toBe(0x97);
  const answered: number[] = [];
  const sent = [1, 2].map((n) => publish(four, `{"n":${n}}`).then(() => answered.push(n)));
  await sent[0];
  sent[1]?.catch(() => undefined);
  // By the time another machine's message is stored, a second one that had been read would be too.
  expect(await publish(beside, '{"n":1}')).toBe(0);
  expect(answered).toEqual([1]);
  await Promise.all([five, four, beside].map((client) => client.endAsync(true)));
  await slow.gateway.drained();
  expect(await storedRefusals(slow.db, slow.a.deviceId)).toMatchObject([{ code: 'RATE.LIMITED', details: { perSecond: 0.02 } }]);
  expect(await storedValues(slow.db, slow.b.deviceId)).toEqual({ n: 1 });
  expect(await storedRefusals(slow.db, slow.b.deviceId)).toEqual([]);
  await slow.close();
});

it('lets a machine have so many connections and no more', async () => {
  const crowded = await testGateway({ mqtt: { maxClientsPerMachine: 2 } });
  const clients = [await connectMqtt(crowded, crowded.a, { clientId: '1' }), await connectMqtt(crowded, crowded.a, { clientId: '2' })];
  await expect(connectMqtt(crowded, crowded.a, { clientId: '3' })).rejects.toMatchObject({ code: 0x97 });
  clients.push(await connectMqtt(crowded, crowded.a, { clientId: '2' }), await connectMqtt(crowded, crowded.b, { clientId: '3' }));
  await Promise.all(clients.map((client) => client.endAsync(true)));
  await crowded.close();
});

it('sends no will for its own going', async () => {
  const own = await testGateway();
  const client = await connectMqtt(own, own.a, { will: { topic: 'v1/devices/me/telemetry', payload: Buffer.from('{"online":false}'), qos: 1, retain: false } });
  const gone = disconnected(client);
  await own.gateway.close();
  expect(await gone).toBe(0x8b);
  expect(await own.db.sql('SELECT 1 FROM telemetry')).toEqual([]);
  await own.db.close();
});
