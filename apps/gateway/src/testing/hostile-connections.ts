import { connect, type Socket } from 'node:net';
import { expect } from '@jest/globals';
import mqttPacket, { type Packet } from 'mqtt-packet';
import { connectMqtt, publish } from './mqtt-client.js';
import { storedValues } from './stored.js';
import type { TestGateway } from './test-gateway.js';

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
function mutated(random: () => number, token: string): Buffer {
  const version = random() < 0.5 ? 4 : 5;
  const packets = [connectPacket(version, token), ...Array.from({ length: 6 }, () => PACKETS[Math.floor(random() * PACKETS.length)] as Packet)];
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
function send(port: number, bytes: Buffer, random: () => number): Promise<void> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1');
    const cut = Math.floor(random() * bytes.length);
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.resume();
    socket.write(bytes.subarray(0, cut));
    socket.end(bytes.subarray(cut));
  });
}

/** Opens 1,000 hostile connections, the same for the same seed, and expects all that an honest client publishes beside them to be stored. */
export async function outliveHostility(test: TestGateway, seed: number): Promise<void> {
  const random = seeded(seed);
  const machine = await test.machine();
  const honest = await connectMqtt(test, machine);
  const hostile = (): Promise<void> => send(test.gateway.mqttPort, random() < 0.2 ? noise(random) : mutated(random, test.a.token), random);
  for (let n = 0; n < 1_000; n += 25) {
    await Promise.all(Array.from({ length: 25 }, hostile));
    expect(await publish(honest, `{"n":${n}}`)).toBe(0);
  }
  await honest.endAsync();
  expect(await storedValues(test.db, machine.deviceId)).toEqual({ n: 975 });
}
