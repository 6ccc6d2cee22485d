import mqttPacket, { type Packet } from 'mqtt-packet';

/** Numbers that look random and are the same each time (mulberry32). */
export function seeded(seed: number): () => number {
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

/** What somebody hostile sends, and of how many packets it was made. */
export interface HostileBytes {
  readonly bytes: Buffer;
  readonly packets: number;
}

const BROKEN_PACKETS = 6;

/** A session's CONNECT and some packets, of which bits are flipped, bytes cut out, put in or repeated. */
function mutated(random: () => number, token: string): HostileBytes {
  const version = random() < 0.5 ? 4 : 5;
  const packets = [connectPacket(version, token), ...Array.from({ length: BROKEN_PACKETS }, () => PACKETS[Math.floor(random() * PACKETS.length)] as Packet)];
  const bytes = packets.map((packet) => mqttPacket.generate(packet, { protocolVersion: packet.cmd === 'auth' ? 5 : version }));
  // Half of the time the CONNECT stays whole, so that what follows is read too.
  const first = random() < 0.5 ? 1 : 0;
  return { bytes: Buffer.concat(bytes.map((packet, i) => (i < first ? packet : mutate(packet, random)))), packets: packets.length };
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

/** What is no MQTT at all. */
function noise(random: () => number): HostileBytes {
  return { bytes: Buffer.from(Array.from({ length: 1 + Math.floor(random() * 200) }, () => Math.floor(random() * 256))), packets: 1 };
}

/** What one hostile connection sends, the same for the same numbers. @param token that of a machine, so that what follows CONNECT is read too */
export function hostileBytes(random: () => number, token: string): HostileBytes {
  return random() < 0.2 ? noise(random) : mutated(random, token);
}
