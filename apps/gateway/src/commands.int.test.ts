import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import type { IPublishPacket, MqttClient } from 'mqtt';
import { commandIn, heardBy, nextPacket, sendCommand } from './testing/commands.js';
import { eventually } from './testing/eventually.js';
import { connectMqtt, disconnected, publish, VERSIONS } from './testing/mqtt-client.js';
import { storedRefusals } from './testing/stored.js';
import { revokeToken, testGateway, type TestGateway } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway()));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

const REQUESTS = 'v1/devices/me/rpc/request/+';

/** Lets a connection break, and waits until the gateway heard it. */
async function broken(client: MqttClient): Promise<void> {
  const closed = disconnected(client);
  client.stream.destroy();
  await closed;
}

/** Keeps a client from acknowledging. */
function deafen(client: MqttClient): void {
  client.handleMessage = () => undefined;
}

describe.each(VERSIONS)('commands over MQTT version %d', (protocolVersion) => {
  it.each([
    ['v1/devices/me/rpc/request/+', 'v1/devices/me/rpc/request/1', 'v1/devices/me/rpc/response/1'],
    ['v2/r/req/+', 'v2/r/req/1', 'v2/r/res/1'],
    ['v2/r/req/j/+', 'v2/r/req/j/1', 'v2/r/res/j/1'],
  ])('come at %s and are answered', async (filter, request, response) => {
    const machine = await test.machine();
    const client = await connectMqtt(test, machine, { protocolVersion });
    const heard = heardBy(client);
    await client.subscribeAsync(filter, { qos: 1 });
    const id = await sendCommand(test, machine, { method: 'setTemperature', params: { value: 26, 单位: '℃' } });
    expect(await heard.next()).toEqual([request, { method: 'setTemperature', params: { value: 26, 单位: '℃' } }]);
    expect(await commandIn(test, id, 'delivered')).toMatchObject({ settled_at: null, gateway_id: 'test' });
    expect(await publish(client, '{"ok":true}', { topic: response })).toBe(0);
    expect(await commandIn(test, id, 'answered')).toMatchObject({ answer: { ok: true }, due_at: null, settled_at: expect.any(Date) });
    // A machine that did not hear that its answer arrived sends it again.
    expect(await publish(client, '{"ok":false}', { topic: response })).toBe(0);
    expect(await commandIn(test, id, 'answered')).toMatchObject({ answer: { ok: true } });
    await client.endAsync();
  });

  it.each([
    [0, 'sent'],
    [1, 'delivered'],
    [2, 'delivered'],
  ] as const)('that need no answer are over with QoS %d when they are %s', async (qos, state) => {
    const machine = await test.machine();
    const client = await connectMqtt(test, machine, { protocolVersion });
    const heard = heardBy(client);
    expect((await client.subscribeAsync(REQUESTS, { qos })).map((granted) => granted.qos)).toEqual([qos]);
    const id = await sendCommand(test, machine, { method: 'stop', expectsAnswer: false });
    await heard.next();
    await test.gateway.drained();
    expect(await commandIn(test, id, state)).toMatchObject({ settled_at: expect.any(Date), due_at: null });
    await client.endAsync();
  });

  it('wait for a machine that does not listen, come in their order, and end when they are no longer worth it', async () => {
    const machine = await test.machine();
    const client = await connectMqtt(test, machine, { protocolVersion });
    for (const method of ['a', 'b']) await sendCommand(test, machine, { method });
    const late = await sendCommand(test, machine, { method: 'late', expiresInMs: -1 });
    const last = await sendCommand(test, machine, { method: 'c' });
    const heard = heardBy(client);
    await client.subscribeAsync(REQUESTS, { qos: 1 });
    expect([await heard.next(), await heard.next(), await heard.next()].map(([, command]) => (command as { method: string }).method)).toEqual(['a', 'b', 'c']);
    await commandIn(test, last, 'delivered');
    expect(await commandIn(test, late, 'queued')).toMatchObject({ sent_at: null });
    await client.endAsync();
  });

  it('that were not acknowledged come again in a session that goes on, marked, and wait again where it ends', async () => {
    const machine = await test.machine();
    const kept = { protocolVersion, clientId: 'plc', clean: false, ...(protocolVersion === 5 && { properties: { sessionExpiryInterval: 60 } }) };
    // A machine that breaks off as it hears.
    const client = await connectMqtt(test, machine, kept, deafen);
    await client.subscribeAsync(REQUESTS, { qos: 1 });
    const heardIt = nextPacket(client);
    const id = await sendCommand(test, machine, { method: 'open' });
    await heardIt;
    await broken(client);
    let first: Promise<IPublishPacket> | undefined;
    const again = await connectMqtt(test, machine, kept, (one) => {
      deafen(one);
      first = nextPacket(one);
    });
    const packet = await first;
    expect([packet?.dup, packet?.topic]).toEqual([true, 'v1/devices/me/rpc/request/1']);
    await broken(again);
    const clean = await connectMqtt(test, machine, { protocolVersion, clientId: 'plc', clean: true });
    const heard = heardBy(clean);
    await clean.subscribeAsync(REQUESTS, { qos: 1 });
    expect(await heard.next()).toEqual(['v1/devices/me/rpc/request/1', { method: 'open', params: {} }]);
    await commandIn(test, id, 'delivered');
    await clean.endAsync();
  });
});

it('come to one of a machine’s connections, the newest that listens', async () => {
  const machine = await test.machine();
  const [old, deaf, newest] = [await connectMqtt(test, machine, { clientId: '1' }), await connectMqtt(test, machine, { clientId: '2' }), await connectMqtt(test, machine, { clientId: '3' })];
  const heard = [old, deaf, newest].map(() => [] as unknown[]);
  [old, deaf, newest].forEach((client, n) => client.on('message', (_topic, payload) => heard[n]?.push((JSON.parse(payload.toString()) as { method: string }).method)));
  await old.subscribeAsync(REQUESTS, { qos: 1 });
  await newest.subscribeAsync(REQUESTS, { qos: 1 });
  await commandIn(test, await sendCommand(test, machine, { method: 'a', expectsAnswer: false }), 'delivered');
  await newest.unsubscribeAsync(REQUESTS);
  await commandIn(test, await sendCommand(test, machine, { method: 'b', expectsAnswer: false }), 'delivered');
  await old.endAsync();
  await sendCommand(test, machine, { method: 'c' });
  expect(heard).toEqual([['b'], [], ['a']]);
  await Promise.all([deaf, newest].map((client) => client.endAsync()));
});

it('never reach another company’s machine, nor one whose token was revoked', async () => {
  const machine = await test.machine();
  const [client, stranger] = await Promise.all([connectMqtt(test, machine), connectMqtt(test, test.b)]);
  const strange: unknown[] = [];
  stranger.on('message', (topic) => strange.push(topic));
  await Promise.all([client, stranger].map((one) => one.subscribeAsync(REQUESTS, { qos: 1 })));
  const answered = await sendCommand(test, machine, { method: 'a' });
  await commandIn(test, answered, 'delivered');
  expect(await publish(stranger, '{}', { topic: 'v1/devices/me/rpc/response/1' })).toBe(0x99);
  expect(await commandIn(test, answered, 'delivered')).toMatchObject({ answer: null });
  const gone = disconnected(client);
  await revokeToken(test.db, machine);
  await gone;
  const id = await sendCommand(test, machine, { method: 'b' });
  await commandIn(test, await sendCommand(test, test.b, { method: 'own', expectsAnswer: false }), 'delivered');
  expect(await commandIn(test, id, 'queued')).toMatchObject({ sent_at: null });
  expect(strange).toEqual(['v1/devices/me/rpc/request/1']);
  await stranger.endAsync();
  await test.gateway.drained();
  expect(await storedRefusals(test.db, test.b.deviceId)).toMatchObject([{ code: 'COMMAND.NOT_SENT', details: { number: 1 } }]);
});

it('larger than a machine of MQTT 5 takes fail, and say so; as many are on their way as it takes', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine, { properties: { maximumPacketSize: 200, receiveMaximum: 1 } });
  const heard: { method: string; acknowledge: () => void }[] = [];
  client.handleMessage = (packet, done) => {
    const { method } = JSON.parse(packet.payload.toString()) as { method: string };
    heard.push({ method, acknowledge: () => done() });
  };
  await client.subscribeAsync(REQUESTS, { qos: 1 });
  const large = await sendCommand(test, machine, { method: 'large', params: 'x'.repeat(200) });
  expect(await commandIn(test, large, 'failed')).toMatchObject({ failure: 'too-large', settled_at: expect.any(Date), due_at: null });
  const [first, second] = [await sendCommand(test, machine, { method: 'first' }), await sendCommand(test, machine, { method: 'second' })];
  await commandIn(test, second, 'sent');
  await eventually(async () => expect(heard).toHaveLength(1));
  expect(heard.map(({ method }) => method)).toEqual(['first']);
  heard[0]?.acknowledge();
  await commandIn(test, first, 'delivered');
  await eventually(async () => expect(heard).toHaveLength(2));
  heard[1]?.acknowledge();
  await commandIn(test, second, 'delivered');
  await client.endAsync();
});

it('carry what a client of MQTT 5 asked for: its subscription’s identifier, and for how long they are worth it', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  await client.subscribeAsync(REQUESTS, { qos: 1, properties: { subscriptionIdentifier: 7 } });
  const next = nextPacket(client);
  await sendCommand(test, machine, { method: 'a', expiresInMs: 30_000 });
  const packet = await next;
  expect(packet.properties?.subscriptionIdentifier).toBe(7);
  expect(packet.properties?.messageExpiryInterval).toBeGreaterThan(20);
  await client.endAsync();
});

it('that a gateway handed over and that nobody acknowledged wait again when it starts anew', async () => {
  const own = await testGateway();
  const id = await sendCommand(own, own.a, { method: 'a' });
  const elsewhere = await sendCommand(own, own.b, { method: 'a' });
  const written = await sendCommand(own, own.b, { method: 'b' });
  await own.db.sql(`UPDATE device_command SET state = 'sent', sent_at = now(), gateway_id = CASE id WHEN $1 THEN 'test' WHEN $2 THEN 'another' END`, [id, elsewhere]);
  await own.gateway.close();
  const next = await testGateway({}, () => own.db.databaseUrl);
  expect(await commandIn(own, id, 'queued', 'sent')).toMatchObject({ state: 'queued', gateway_id: null });
  expect(await commandIn(own, elsewhere, 'sent')).toMatchObject({ gateway_id: 'another' });
  expect(await commandIn(own, written, 'sent')).toMatchObject({ gateway_id: null });
  await next.close();
  await own.db.close();
});

it('on their way when the gateway closes wait for the next', async () => {
  const own = await testGateway();
  const client = await connectMqtt(own, own.a);
  deafen(client);
  await client.subscribeAsync(REQUESTS, { qos: 1 });
  const id = await sendCommand(own, own.a, { method: 'a' });
  await commandIn(own, id, 'sent');
  await own.gateway.close();
  expect(await commandIn(own, id, 'queued', 'sent')).toMatchObject({ state: 'queued' });
  await own.db.close();
});

it('that wait again because a connection ended are brought to whoever listens by then, as that may have asked before it was written down', async () => {
  const machine = await test.machine();
  const [gone, here] = [await connectMqtt(test, machine, { clientId: '1' }), await connectMqtt(test, machine, { clientId: '2' })];
  await here.subscribeAsync(REQUESTS, { qos: 1 });
  deafen(gone);
  await gone.subscribeAsync(REQUESTS, { qos: 1 });
  const id = await sendCommand(test, machine, { method: 'a' });
  await commandIn(test, id, 'sent');
  const heard = nextPacket(here);
  await broken(gone);
  expect((await heard).topic).toBe('v1/devices/me/rpc/request/1');
  await commandIn(test, id, 'delivered');
  await here.endAsync();
});
