import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import type { IPublishPacket } from 'mqtt';
import { desire, heardBy } from './testing/commands.js';
import { connectMqtt, publish, VERSIONS } from './testing/mqtt-client.js';
import { storedRefusals } from './testing/stored.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway()));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

const UPDATES = 'v1/devices/me/attributes';

describe.each(VERSIONS)('a machine’s state over MQTT version %d', (protocolVersion) => {
  it.each([
    ['v1/devices/me/attributes/request/7', 'v1/devices/me/attributes/response/7'],
    ['v2/a/req/7', 'v2/a/res/7'],
    ['v2/a/req/j/7', 'v2/a/res/j/7'],
  ])('is asked for at %s: what it reports, and what it is asked for', async (request, response) => {
    const machine = await test.machine();
    await desire(test, machine, { target: 180, mode: { auto: true }, gone: null });
    const client = await connectMqtt(test, machine, { protocolVersion });
    const heard = heardBy(client);
    await publish(client, '{"serial":"X1","speed":2}', { topic: 'v1/devices/me/attributes' });
    await client.subscribeAsync(response.replace('/7', '/+'), { qos: 1 });
    const ask = async (question: string): Promise<unknown> => {
      expect(await publish(client, question, { topic: request })).toBe(0);
      return heard.next();
    };
    expect(await ask('{"clientKeys":"serial,never","sharedKeys":"target, gone"}')).toEqual([response, { client: { serial: 'X1' }, shared: { target: 180 } }]);
    expect(await ask('{"sharedKeys":""}')).toEqual([response, { shared: { target: 180, mode: { auto: true } } }]);
    expect(await ask('{}')).toEqual([response, { client: { serial: 'X1', speed: 2 }, shared: { target: 180, mode: { auto: true } } }]);
    await client.endAsync();
  });

  it.each(['v1/devices/me/attributes', 'v2/a', 'v2/a/j'])('that it is asked to take comes at %s, from when it listens', async (filter) => {
    const machine = await test.machine();
    await desire(test, machine, { before: 1 });
    const client = await connectMqtt(test, machine, { protocolVersion });
    const heard = heardBy(client);
    await client.subscribeAsync(filter, { qos: 1 });
    await desire(test, machine, { target: 180, before: null });
    expect([await heard.next(), await heard.next()]).toEqual([[filter, { target: 180 }], [filter, { deleted: ['before'] }]]);
    await client.unsubscribeAsync(filter);
    await desire(test, machine, { target: 190 });
    await client.subscribeAsync(filter, { qos: 0 });
    await desire(test, machine, { target: 200 });
    expect(await heard.next()).toEqual([filter, { target: 200 }]);
    await client.endAsync();
  });

  it('that changed while it was away is told in a session that goes on, once', async () => {
    const machine = await test.machine();
    const kept = { protocolVersion, clientId: 'plc', clean: false, ...(protocolVersion === 5 && { properties: { sessionExpiryInterval: 60 } }) };
    const client = await connectMqtt(test, machine, kept);
    await client.subscribeAsync(UPDATES, { qos: 1 });
    await client.endAsync();
    await desire(test, machine, { a: 1, b: 2 });
    await desire(test, machine, { a: 3 });
    let heard: ReturnType<typeof heardBy> | undefined;
    const again = await connectMqtt(test, machine, kept, (one) => (heard = heardBy(one)));
    expect(await heard?.next()).toEqual([UPDATES, { a: 3, b: 2 }]);
    await desire(test, machine, { c: 4 });
    expect(await heard?.next()).toEqual([UPDATES, { c: 4 }]);
    await again.endAsync();
  });
});

it('is told to every connection of the machine that listens, and to no other machine', async () => {
  const machine = await test.machine();
  const clients = await Promise.all([connectMqtt(test, machine, { clientId: '1' }), connectMqtt(test, machine, { clientId: '2' }), connectMqtt(test, test.b)]);
  const heard = clients.map(heardBy);
  for (const client of clients) await client.subscribeAsync(UPDATES, { qos: 1 });
  await desire(test, machine, { target: 1 });
  await desire(test, test.b, { target: 2 });
  expect(await Promise.all(heard.map(async (one) => (await one.next())[1]))).toEqual([{ target: 1 }, { target: 1 }, { target: 2 }]);
  await Promise.all(clients.map((client) => client.endAsync()));
});

it('says when a machine reported it, and how often', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  const before = Date.now();
  await publish(client, '{"a":1}', { topic: UPDATES });
  await publish(client, '{"b":1}', { topic: UPDATES });
  await client.endAsync();
  const [row] = await test.db.sql<{ reported_at: Record<string, number>; reported_version: string }>('SELECT reported_at, reported_version FROM device WHERE id = $1', [machine.deviceId]);
  expect(row?.reported_version).toBe('2');
  expect(Object.keys(row?.reported_at ?? {})).toEqual(['a', 'b']);
  expect(Math.min(...Object.values(row?.reported_at ?? {}))).toBeGreaterThanOrEqual(before);
});

describe('a machine that calls the platform', () => {
  it.each([
    ['v1/devices/me/rpc/request/3', 'v1/devices/me/rpc/response/3'],
    ['v2/r/req/3', 'v2/r/res/3'],
    ['v2/r/req/j/3', 'v2/r/res/j/3'],
  ])('at %s is answered', async (request, response) => {
    const client = await connectMqtt(test, await test.machine());
    const heard = heardBy(client);
    await client.subscribeAsync(response.replace('/3', '/+'), { qos: 1 });
    expect(await publish(client, '{"method":"getCurrentTime","params":{}}', { topic: request })).toBe(0);
    const [topic, { time }] = (await heard.next()) as [string, { time: number }];
    expect(topic).toBe(response);
    expect(Math.abs(Date.now() - time)).toBeLessThan(60_000);
    await publish(client, '{"method":"getSessionLimits","params":{}}', { topic: request });
    expect((await heard.next())[1]).toMatchObject({ maxPayloadSize: 262_144, rateLimits: { messages: '5000:1' } });
    await client.endAsync();
  });

  it('and a client of MQTT 5 gets back by what it knows its question', async () => {
    const client = await connectMqtt(test, await test.machine());
    await client.subscribeAsync('v1/devices/me/rpc/response/+', { qos: 1 });
    const answered = new Promise<IPublishPacket>((resolve) => client.once('message', (_topic, _payload, packet) => resolve(packet)));
    await publish(client, '{"method":"getTime"}', { topic: 'v1/devices/me/rpc/request/1', properties: { correlationData: Buffer.from('mine') } });
    expect((await answered).properties?.correlationData?.toString()).toBe('mine');
    await client.endAsync();
  });

  it.each([
    ['v1/devices/me/rpc/request/1', '{"method":"openDoor"}', 0x99, 'CALL.UNKNOWN_METHOD'],
    ['v1/devices/me/rpc/request/1', '[', 0x99, 'CALL.BAD_JSON'],
    ['v1/devices/me/attributes/request/1', '[]', 0x99, 'CALL.BAD_QUESTION'],
    ['v1/devices/me/attributes/request/1', '{}', 0x99, 'TOPIC.NOT_LISTENING'],
    ['v1/devices/me/rpc/response/1', 'x'.repeat(20_000), 0x99, 'COMMAND.ANSWER_TOO_LARGE'],
    ['v1/devices/me/rpc/response/1', '{}', 0x99, 'COMMAND.NOT_SENT'],
    ['v1/devices/me/rpc/request/one', '{}', 0x90, 'TOPIC.UNKNOWN'],
    ['v1/devices/me/rpc/request/4294967296', '{}', 0x90, 'TOPIC.UNKNOWN'],
    ['v2/t/p', '{}', 0x90, 'TOPIC.UNKNOWN'],
  ])('in a way that cannot be answered, at %s with %.30s, is refused, and that is kept', async (topic, payload, reason, code) => {
    const machine = await test.machine();
    const client = await connectMqtt(test, machine);
    expect(await publish(client, payload, { topic })).toBe(reason);
    await client.endAsync();
    await test.gateway.drained();
    expect(await storedRefusals(test.db, machine.deviceId)).toMatchObject([{ code }]);
  });
});

it('takes telemetry at the short topics too', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  for (const topic of ['v2/t', 'v2/t/j', 'v2/a', 'v2/a/j']) expect(await publish(client, `{"${topic}":1}`, { topic })).toBe(0);
  await client.endAsync();
  const [row] = await test.db.sql<{ keys: string[]; attributes: object }>('SELECT array_agg(s.key ORDER BY s.key) AS keys, d.attributes FROM series s JOIN device d ON d.id = s.device_id WHERE d.id = $1 GROUP BY d.attributes', [machine.deviceId]);
  expect(row).toEqual({ keys: ['v2/t', 'v2/t/j'], attributes: { 'v2/a': 1, 'v2/a/j': 1 } });
});
