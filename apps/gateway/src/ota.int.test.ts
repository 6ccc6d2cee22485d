import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOST_CHUNK_BYTES, PIECE_BYTES } from '@tenon/domain/ota';
import { guardBystander } from '@tenon/testing/bystander';
import type { MqttClient } from 'mqtt';
import { eventually } from './testing/eventually.js';
import { connectMqtt, publish, VERSIONS } from './testing/mqtt-client.js';
import { addPackage, assignPackage, messagesTo } from './testing/packages.js';
import { storedRefusals } from './testing/stored.js';
import { testGateway, type TestGateway, type TestMachine } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway()));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

const RESPONSES = 'v2/fw/response/+/chunk/+';

/** Fetches a file chunk by chunk as ThingsBoard's own example does: until a chunk is shorter than it asked for. */
async function download(client: MqttClient, chunkBytes: number, { way = 'fw', request = 1 } = {}): Promise<Buffer> {
  const messages = messagesTo(client);
  const parts: Buffer[] = [];
  for (let chunk = 0; ; chunk += 1) {
    await client.publishAsync(`v2/${way}/request/${request}/chunk/${chunk}`, String(chunkBytes), { qos: 1 });
    const { topic, payload } = await messages.next();
    expect(topic).toBe(`v2/${way}/response/${request}/chunk/${chunk}`);
    parts.push(payload);
    if (payload.length < chunkBytes) return Buffer.concat(parts);
  }
}

const get = (machine: TestMachine, path: string): Promise<Response> => fetch(`http://127.0.0.1:${test.gateway.httpPort}/api/v1/${machine.token}/${path}`);

describe.each(VERSIONS)('a machine of MQTT version %d', (protocolVersion) => {
  it.each([
    ['v2/fw/response/+/chunk/+', 1],
    // As ThingsBoard's client for Python listens, against MQTT's own rules of matching; and as one listens that asks for one download.
    ['v2/fw/response/+', 1],
    ['v2/fw/response/7/chunk/+', 0],
  ] as const)('that listens at %s with QoS %d is told what to run, and has all of it', async (filter, qos) => {
    const machine = await test.machine();
    const one = await addPackage(test, machine.tenantId, { bytes: PIECE_BYTES + 70_000 });
    const client = await connectMqtt(test, machine, { protocolVersion });
    const told = messagesTo(client);
    await client.subscribeAsync('v1/devices/me/attributes', { qos: 1 });
    await assignPackage(test, machine, one);
    expect(JSON.parse((await told.next()).payload.toString())).toEqual({ fw_title: one.title, fw_version: one.version });
    client.removeAllListeners('message');
    await client.subscribeAsync(filter, { qos });
    const file = await download(client, 60_000, { request: 7 });
    expect(createHash('sha256').update(file).digest('hex')).toBe(one.sha256);
    await client.endAsync();
  });
});

it('gets software beside firmware, each by its own topics', async () => {
  const machine = await test.machine();
  const [firmware, software] = [await addPackage(test, machine.tenantId, { bytes: 1_000 }), await addPackage(test, machine.tenantId, { bytes: 2_000, kind: 'software' })];
  await assignPackage(test, machine, firmware);
  await assignPackage(test, machine, software, 'sf');
  const client = await connectMqtt(test, machine);
  await client.subscribeAsync([RESPONSES, 'v2/sw/response/+/chunk/+'], { qos: 1 });
  expect((await download(client, 400, { way: 'sw' })).equals(software.file)).toBe(true);
  client.removeAllListeners('message');
  expect((await download(client, 400)).equals(firmware.file)).toBe(true);
  await client.endAsync();
});

it('asks for the whole of a small file without a size, and finds nothing behind the end', async () => {
  const machine = await test.machine();
  const one = await addPackage(test, machine.tenantId, { bytes: 1_000 });
  await assignPackage(test, machine, one);
  const client = await connectMqtt(test, machine);
  await client.subscribeAsync(RESPONSES);
  const messages = messagesTo(client);
  await client.publishAsync('v2/fw/request/1/chunk/0', '');
  expect((await messages.next()).payload.equals(one.file)).toBe(true);
  await client.publishAsync('v2/fw/request/1/chunk/9', '400');
  expect((await messages.next()).payload).toHaveLength(0);
  await client.endAsync();
});

it('gets the version that it is asked for, and another as soon as it is asked for that', async () => {
  const machine = await test.machine();
  const [old, next] = [await addPackage(test, machine.tenantId, { bytes: 300, title: '控制器', version: '1.0' }), await addPackage(test, machine.tenantId, { bytes: 300, title: '控制器', version: '2.0' })];
  const fetchIt = (version: string): Promise<Response> => get(machine, `firmware?${new URLSearchParams({ title: '控制器', version })}`);
  await assignPackage(test, machine, old);
  expect(Buffer.from(await (await fetchIt('1.0')).arrayBuffer()).equals(old.file)).toBe(true);
  await assignPackage(test, machine, next);
  await eventually(async () => expect(await (await fetchIt('1.0')).json()).toMatchObject({ error: { code: 'OTA.OTHER_PACKAGE', details: { version: '2.0' } } }));
  expect(Buffer.from(await (await fetchIt('2.0')).arrayBuffer()).equals(next.file)).toBe(true);
});

describe('is refused in words', () => {
  it.each([
    ['OTA.BAD_CHUNK', 'v2/fw/request/1/chunk/0', 'many', /number of bytes/],
    ['OTA.CHUNK_TOO_LARGE', 'v2/fw/request/1/chunk/0', String(MOST_CHUNK_BYTES + 1), /at most 131072 bytes/],
    ['OTA.CHUNK_TOO_LARGE', 'v2/fw/request/1/chunk/0', '', /at most 131072 bytes/],
    ['OTA.NOT_ASSIGNED', 'v2/sw/request/1/chunk/0', '400', /no software/],
  ])('%s for %s with the size %j', async (code, topic, size, words) => {
    const machine = await test.machine();
    await assignPackage(test, machine, await addPackage(test, machine.tenantId, { bytes: MOST_CHUNK_BYTES * 2 }));
    const client = await connectMqtt(test, machine);
    await client.subscribeAsync([RESPONSES, 'v2/fw/error', 'v2/sw/error']);
    const messages = messagesTo(client);
    expect(await publish(client, size, { topic })).toBe(0x99);
    const refusal = await messages.next();
    expect(refusal.topic).toBe(`${topic.slice(0, 5)}/error`);
    expect(refusal.payload.toString()).toMatch(words);
    await test.gateway.drained();
    expect(await storedRefusals(test.db, machine.deviceId)).toMatchObject([{ code }]);
    await client.endAsync();
  });

  it('what another company’s machine is given, and what nobody gave it, by whichever door', async () => {
    const machine = await test.machine();
    const [theirs, own] = [await addPackage(test, test.b.tenantId, { bytes: 500 }), await addPackage(test, machine.tenantId, { bytes: 500 })];
    // Named, and still not its company's.
    await assignPackage(test, machine, theirs);
    const client = await connectMqtt(test, machine);
    await client.subscribeAsync(RESPONSES);
    expect(await publish(client, '400', { topic: 'v2/fw/request/1/chunk/0' })).toBe(0x99);
    const named = (one: { title: string; version: string }): string => `firmware?${new URLSearchParams({ title: one.title, version: one.version })}`;
    for (const one of [theirs, own]) expect([(await get(machine, named(one))).status, (await get(machine, named(one))).status]).toEqual([400, 400]);
    await assignPackage(test, machine, own);
    expect((await get(machine, named(own))).status).toBe(200);
    expect(await (await get(machine, named(theirs))).json()).toMatchObject({ error: { code: 'OTA.OTHER_PACKAGE' } });
    await client.endAsync();
  });

  it('one that does not listen for the answer', async () => {
    const machine = await test.machine();
    await assignPackage(test, machine, await addPackage(test, machine.tenantId, { bytes: 500 }));
    const client = await connectMqtt(test, machine);
    expect(await publish(client, '400', { topic: 'v2/fw/request/1/chunk/0' })).toBe(0x99);
    await test.gateway.drained();
    expect(await storedRefusals(test.db, machine.deviceId)).toMatchObject([{ code: 'TOPIC.NOT_LISTENING' }]);
    await client.endAsync();
  });
});

describe('over HTTP', () => {
  it('a file comes whole, under its name, or by chunks of any size', async () => {
    const machine = await test.machine();
    const one = await addPackage(test, machine.tenantId, { bytes: 3 * PIECE_BYTES + 5 });
    await assignPackage(test, machine, one);
    const named = `firmware?${new URLSearchParams({ title: one.title, version: one.version })}`;
    const whole = await get(machine, named);
    expect([whole.headers.get('content-length'), whole.headers.get('content-disposition')]).toEqual([String(one.file.length), `attachment; filename*=UTF-8''${encodeURIComponent('固件.bin')}`]);
    expect(Buffer.from(await whole.arrayBuffer()).equals(one.file)).toBe(true);
    const part = Buffer.from(await (await get(machine, `${named}&size=${2 * PIECE_BYTES}&chunk=1`)).arrayBuffer());
    expect(part.equals(one.file.subarray(2 * PIECE_BYTES))).toBe(true);
    expect((await (await get(machine, `${named}&size=10&chunk=99999999`)).arrayBuffer()).byteLength).toBe(0);
  });

  it.each(['firmware', 'firmware?title=a', 'firmware?title=a&version=b&chunk=x', 'firmware?title=a&version=b&size=-1'])('%s is refused', async (path) => {
    expect((await get(test.a, path)).status).toBe(400);
  });
});
