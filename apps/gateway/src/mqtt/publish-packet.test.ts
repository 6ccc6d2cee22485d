import { describe, expect, it } from '@jest/globals';
import mqttPacket, { type IPublishPacket } from 'mqtt-packet';
import { readPublish } from './publish-packet.js';

const BASE: IPublishPacket = { cmd: 'publish', topic: 'v1/devices/me/telemetry', payload: '{"x":"温"}', qos: 1, messageId: 513, dup: true, retain: false };

function bodyStart(bytes: Buffer): number {
  let at = 1;
  while ((bytes[at] ?? 0) >= 0x80) at += 1;
  return at + 1;
}

function read(packet: IPublishPacket, version: 3 | 4 | 5, cut = 0): unknown {
  const bytes = mqttPacket.generate(packet, { protocolVersion: version });
  const end = bytes.length - cut;
  const { payloadStart, payloadEnd, ...publish } = readPublish(bytes.subarray(0, end), 0, bodyStart(bytes), end, version);
  return { ...publish, payload: bytes.toString('utf8', payloadStart, payloadEnd) };
}

describe('readPublish', () => {
  it.each([3, 4, 5] as const)('reads what version %d says', (version) => {
    expect(read(BASE, version)).toEqual({ topic: BASE.topic, qos: 1, packetId: 513, isDuplicate: true, payload: BASE.payload, properties: undefined });
    expect(read({ ...BASE, qos: 0, dup: false, payload: '' }, version)).toMatchObject({ qos: 0, packetId: 0, payload: '' });
  });

  it('reads the properties of MQTT 5', () => {
    const properties = { topicAlias: 7, userProperties: { 'tenon-history': '1' } };
    expect(read({ ...BASE, topic: '', properties }, 5)).toMatchObject({ topic: '', payload: BASE.payload, properties });
  });

  it.each([4, 5] as const)('refuses a packet of version %d that ends in the middle of its fields', (version) => {
    const empty = { ...BASE, payload: '' };
    const fields = mqttPacket.generate(empty, { protocolVersion: version }).length - 2;
    for (let cut = 1; cut < fields; cut += 1) expect(() => read(empty, version, cut)).toThrow(expect.objectContaining({ reason: 0x81 }));
  });

  it.each([
    ['QoS 3', Buffer.from([0x36, 5, 0, 1, 0x74, 0, 1])],
    ['the identifier 0', Buffer.from([0x32, 5, 0, 1, 0x74, 0, 0])],
  ])('refuses %s', (_what, bytes) => {
    expect(() => readPublish(bytes, 0, 2, bytes.length, 4)).toThrow(expect.objectContaining({ reason: 0x81 }));
  });
});
