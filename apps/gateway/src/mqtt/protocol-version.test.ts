import { expect, it } from '@jest/globals';
import { protocolVersion } from './protocol-version.js';

const body = (name: string, level: number): Buffer => Buffer.from([0, name.length, ...Buffer.from(name), level]);
const read = (bytes: Buffer): number => protocolVersion(bytes, 0, bytes.length);

it.each([
  ['MQIsdp', 3, 3],
  ['MQTT', 4, 4],
  ['MQTT', 5, 5],
  ['MQTT', 0x84, 4],
])('%s level %d is version %d', (name, level, version) => {
  expect(read(body(name, level))).toBe(version);
});

it.each([
  [body('MQTT', 6), 0x84],
  [body('MQIsdp', 4), 0x84],
  [body('HTTP', 4), 0x81],
  [body('constructor', 4), 0x81],
  [Buffer.from([0]), 0x81],
  [Buffer.from([0, 4, 0x4d]), 0x81],
  [Buffer.from([]), 0x81],
])('refuses %j with 0x%d', (bytes, reason) => {
  expect(() => read(bytes)).toThrow(expect.objectContaining({ reason }));
});
