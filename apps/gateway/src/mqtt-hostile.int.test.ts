import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mqttPacket, { type Packet } from 'mqtt-packet';
import { guardBystander } from '@tenon/testing/bystander';
import { eventually } from './testing/eventually.js';
import { connectMqtt, publish } from './testing/mqtt-client.js';
import { storedValues } from './testing/stored.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway({ mqtt: { maxPacketBytes: 8_192 } })));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

/** Numbers that look random and are the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PACKETS: readonly Packet[] = [
  { cmd: 'publish', topic: 'v1/devices/me/telemetry', payload: '{"x":1}', qos: 1, dup: false, retain: false, messageId: 1 },
  { cmd: 'publish', topic: 'v1/devices/me/attributes', payload: '{"y":"z"}', qos: 2, dup: true, retain: true, messageId: 2, properties: { topicAlias: 3, userProperties: { a: 'b' } } },
  { cmd: 'subscribe', messageId: 3, subscriptions: [{ topic: 'v1/devices/me/rpc/request/+', qos: 1 }] },
  { cmd: 'unsubscribe', messageId: 4, unsubscriptions: ['v1/devices/me/attributes'] },
  { cmd: 'pubrel', messageId: 2 },
  { cmd: 'puback', messageId: 9 },
  { cmd: 'pingreq' },
  { cmd: 'auth', reasonCode: 0, properties: {} },
  { cmd: 'disconnect', reasonCode: 4 },
];

function connectPacket(version: 4 | 5, token: string): Packet {
  const will = { topic: 'v1/devices/me/telemetry', payload: Buffer.from('{"w":1}'), qos: 1 as const, retain: false };
  return { cmd: 'connect', protocolId: 'MQTT', protocolVersion: version, clientId: 'fuzz', clean: true, keepalive: 60, username: token, will };
}

/** Bytes of a session: a CONNECT and some packets, of which bits are flipped, bytes cut out, put in or repeated. */
function mutated(random: () => number): Buffer {
  const version = random() < 0.5 ? 4 : 5;
  const packets = [connectPacket(version, test.a.token), ...Array.from({ length: 6 }, () => PACKETS[Math.floor(random() * PACKETS.length)] as Packet)];
  const bytes = packets.map((packet) => mqttPacket.generate(packet, { protocolVersion: packet.cmd === 'auth' ? 5 : version }));
  // Half of the time the CONNECT stays whole, so that what follows is read too.
  const first = random() < 0.5 ? 1 : 0;
  return Buffer.concat(bytes.map((packet, i) => (i < first ? packet : mutate(packet, random))));
}

function mutate(packet: Buffer, random: () => number): Buffer {
  const bytes = [...packet];
  for (let n = Math.floor(random() * 4); n > 0; n -= 1) {
    const at = Math.floor(random() * bytes.length);
    const kind = Math.floor(random() * 4);
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    else if (kind === 1) bytes.splice(at, 1 + Math.floor(random() * 4));
    else if (kind === 2) bytes.splice(at, 0, Math.floor(random() * 256));
    else bytes[at] = random() < 0.5 ? 0xff : 0;
  }
  return Buffer.from(bytes);
}

function noise(random: () => number): Buffer {
  return Buffer.from(Array.from({ length: 1 + Math.floor(random() * 200) }, () => Math.floor(random() * 256)));
}

/** Sends bytes in pieces, hangs up, and resolves when the connection is over. */
function send(bytes: Buffer, random: () => number): Promise<void> {
  return new Promise((resolve) => {
    const socket: Socket = connect(test.gateway.mqttPort, '127.0.0.1');
    const cut = Math.floor(random() * bytes.length);
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.resume();
    socket.write(bytes.subarray(0, cut));
    socket.end(bytes.subarray(cut));
  });
}

it.each([1, 2, 3])('outlives 1,000 hostile connections (seed %d) and serves an honest client beside them', async (seed) => {
  const random = seeded(seed);
  const machine = await test.machine();
  const honest = await connectMqtt(test, machine);
  for (let n = 0; n < 1_000; n += 25) {
    await Promise.all(Array.from({ length: 25 }, () => send(random() < 0.2 ? noise(random) : mutated(random), random)));
    expect(await publish(honest, `{"n":${n}}`)).toBe(0);
  }
  await honest.endAsync();
  expect(await storedValues(test.db, machine.deviceId)).toEqual({ n: 975 });
}, 60_000);

it('does not keep what never ends', async () => {
  const socket = connect(test.gateway.mqttPort, '127.0.0.1');
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('error', () => undefined);
  socket.resume();
  // A CONNECT of 200 MB.
  socket.write(Buffer.concat([Buffer.from([0x10, 0x80, 0x84, 0xaf, 0x5f]), Buffer.alloc(64 * 1024)]));
  await closed;
});

/** A socket on which nothing was said yet. */
async function newcomer(port: number): Promise<{ socket: Socket; closed: Promise<void> }> {
  const socket = connect(port, '127.0.0.1');
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('error', () => undefined);
  socket.resume();
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  return { socket, closed };
}

it('bounds the connections of one address on which nobody showed a token, and not those of machines', async () => {
  const own = await testGateway({ mqtt: { maxNewcomersPerAddress: 3 } });
  const machines = [];
  for (let n = 0; n < 5; n += 1) machines.push(await connectMqtt(own, own.a));
  const idle = [];
  for (let n = 0; n < 3; n += 1) idle.push(await newcomer(own.gateway.mqttPort));
  await (await newcomer(own.gateway.mqttPort)).closed;
  expect(await publish(machines[0] as (typeof machines)[number], '{"x":1}')).toBe(0);
  idle[0]?.socket.destroy();
  machines.push(await eventually(() => connectMqtt(own, own.b)));
  for (const { socket } of idle) socket.destroy();
  await Promise.all(machines.map((client) => client.endAsync()));
  await own.close();
});

it('takes large packets only from whoever was let in', async () => {
  const own = await testGateway({ mqtt: { maxConnectBytes: 1_024 } });
  const will = (length: number): { topic: string; payload: Buffer; qos: 1; retain: boolean } => ({ topic: 'v1/devices/me/telemetry', payload: Buffer.alloc(length, ' '), qos: 1, retain: false });
  await expect(connectMqtt(own, own.a, { will: will(2_000) })).rejects.toThrow();
  const client = await connectMqtt(own, own.a, { will: will(500) });
  expect(await publish(client, `{"x":"${'y'.repeat(3_000)}"}`)).toBe(0);
  await client.endAsync();
  await own.close();
});

it('serves others while a machine sends nothing but PINGREQ', async () => {
  const own = await testGateway({ mqtt: { messagesPerSecond: 50 } });
  const [flood, other] = await Promise.all([connectMqtt(own, own.a, { protocolVersion: 4 }), connectMqtt(own, own.b)]);
  let answered = 0;
  flood.on('packetreceive', ({ cmd }) => (answered += cmd === 'pingresp' ? 1 : 0));
  const first = new Promise<void>((resolve) => flood.once('packetreceive', () => resolve()));
  flood.stream.write(Buffer.alloc(65_536, Buffer.from([0xc0, 0])));
  await first;
  expect(await publish(other, '{"x":1}')).toBe(0);
  expect(answered).toBeGreaterThanOrEqual(100);
  expect(answered).toBeLessThan(5_000);
  await Promise.all([flood.endAsync(true), other.endAsync()]);
  await own.close();
});
