import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { generate } from 'mqtt-packet';
import { WebSocket } from 'ws';
import { eventually } from './testing/eventually.js';
import { holdCommits } from './testing/hold-commits.js';
import { connectMqtt, publish, VERSIONS } from './testing/mqtt-client.js';
import { post } from './testing/post.js';
import { storedValues } from './testing/stored.js';
import { testGateway, type TestGateway, type TestMachine } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway({ mqtt: { maxPacketBytes: 16_384 } })));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

const MESSAGE_TOO_BIG = 1009;

const url = (path = '/mqtt'): string => `ws://127.0.0.1:${test.gateway.httpPort}${path}`;
const overWebSocket = () => ({ protocol: 'ws', port: test.gateway.httpPort, path: '/mqtt' }) as const;

/** Opens one by hand. */
async function open(): Promise<WebSocket> {
  const socket = new WebSocket(url(), ['mqtt']);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return socket;
}

const closed = (socket: WebSocket): Promise<number> => new Promise((resolve) => socket.once('close', resolve));
const next = (socket: WebSocket): Promise<Buffer> => new Promise((resolve, reject) => socket.once('message', (data) => resolve(data as Buffer)).once('close', () => reject(new Error('closed'))));
const connectBytes = ({ token }: TestMachine): Buffer => generate({ cmd: 'connect', protocolId: 'MQTT', protocolVersion: 4, clean: true, clientId: 'by-hand', keepalive: 60, username: token });
const publishBytes = (payload: string, messageId: number): Buffer => generate({ cmd: 'publish', topic: 'v1/devices/me/telemetry', qos: 1, dup: false, retain: false, messageId, payload });

/** What the door answers to whoever may not upgrade. */
function refusal(path: string, protocols: string[]): Promise<{ status: number; code: string }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url(path), protocols);
    socket.once('open', () => reject(new Error('It was let in.')));
    socket.once('error', () => undefined);
    socket.once('unexpected-response', (_request, response) => {
      response.on('data', (body: Buffer) => resolve({ status: response.statusCode ?? 0, code: (JSON.parse(body.toString()) as { error: { code: string } }).error.code }));
    });
  });
}

describe.each(VERSIONS)('MQTT version %d over WebSocket', (protocolVersion) => {
  it.each([0, 1, 2] as const)('stores what comes with QoS %d', async (qos) => {
    const machine = await test.machine();
    const client = await connectMqtt(test, machine, { ...overWebSocket(), protocolVersion });
    expect(await publish(client, JSON.stringify({ temperature: qos }), { qos })).toBe(0);
    await client.endAsync();
    await test.gateway.drained();
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ temperature: qos });
  });
});

it('takes packets wherever the frames end, several in one and one in several', async () => {
  const machine = await test.machine();
  const socket = await open();
  const bytes = Buffer.concat([connectBytes(machine), publishBytes('{"one":1}', 1), publishBytes('{"two":2}', 2)]);
  const answers: number[] = [];
  const isAnswered = new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      for (const byte of data as Buffer) answers.push(byte);
      if (answers.length >= 12) resolve();
    });
  });
  for (const [from, to] of [[0, 1], [1, 9], [9, bytes.length - 3], [bytes.length - 3, bytes.length]] as const) socket.send(bytes.subarray(from, to));
  await isAnswered;
  expect(answers).toEqual([0x20, 2, 0, 0, 0x40, 2, 0, 1, 0x40, 2, 0, 2]);
  expect(await storedValues(test.db, machine.deviceId)).toEqual({ one: 1, two: 2 });
  socket.close();
});

it('nothing of a frame of text counts, and it ends the connection', async () => {
  const machine = await test.machine();
  const socket = await open();
  socket.send(connectBytes(machine));
  expect((await next(socket))[0]).toBe(0x20);
  socket.send(publishBytes('{"by":"text"}', 1).toString('latin1'));
  await closed(socket);
  await test.gateway.drained();
  expect(await storedValues(test.db, machine.deviceId)).toEqual({});
});

it('a frame larger than any packet may be ends the connection, and nothing else', async () => {
  const [loud, calm] = [await test.machine(), await test.machine()];
  const client = await connectMqtt(test, calm, overWebSocket());
  const socket = await open();
  socket.send(connectBytes(loud));
  await next(socket);
  socket.send(Buffer.alloc(1_000_000, 0x30));
  expect(await closed(socket)).toBe(MESSAGE_TOO_BIG);
  expect(await publish(client, '{"calm":1}')).toBe(0);
  await client.endAsync();
});

it('who asks for another path or protocol is told so', async () => {
  expect(await refusal('/elsewhere', ['mqtt'])).toEqual({ status: 404, code: 'TOPIC.UNKNOWN' });
  expect(await refusal('/mqtt', [])).toEqual({ status: 400, code: 'MQTT.SUBPROTOCOL' });
  expect(await refusal('/mqtt', ['chat'])).toEqual({ status: 400, code: 'MQTT.SUBPROTOCOL' });
});

it('who goes away without a word is seen to be gone', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine, overWebSocket());
  const isConnected = async (): Promise<unknown> => (await test.db.sql('SELECT is_connected FROM device_presence WHERE device_id = $1', [machine.deviceId]))[0]?.['is_connected'];
  await eventually(async () => expect(await isConnected()).toBe(true));
  client.stream.destroy();
  await eventually(async () => expect(await isConnected()).toBe(false));
});

it('a gateway that closes commits and answers what came by WebSocket, then says good-bye, and does not wait for ever', async () => {
  const closing = await testGateway();
  const machine = await closing.machine();
  const client = await connectMqtt(closing, machine, { protocol: 'ws', port: closing.gateway.httpPort, path: '/mqtt' });
  const isLeft = new Promise<void>((resolve) => client.once('close', () => resolve()));
  const commits = await holdCommits(closing.db);
  const acknowledged = publish(client, '{"last":1}');
  const byHttp = post(closing, machine, 'telemetry', '{"http":2}');
  await commits.untilStalled();
  const isClosed = closing.gateway.close();
  await commits.release();
  expect([await acknowledged, (await byHttp).status]).toEqual([0, 200]);
  await Promise.all([isClosed, isLeft]);
  expect(await storedValues(closing.db, machine.deviceId)).toEqual({ last: 1, http: 2 });
  await closing.db.close();
});
