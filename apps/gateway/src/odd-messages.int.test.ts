import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mqttPacket, { type Packet } from 'mqtt-packet';
import type { MqttClient } from 'mqtt';
import { guardBystander } from '@tenon/testing/bystander';
import { answersPayloads, type OddPayload } from './testing/answers-payloads.js';
import { connectMqtt, publish } from './testing/mqtt-client.js';
import { post } from './testing/post.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

let test: TestGateway;
let other: MqttClient;
beforeAll(async () => {
  test = await testGateway({ mqtt: { maxPacketBytes: 131_072 } });
  other = await connectMqtt(test, test.b);
});
afterAll(async () => {
  await other.endAsync();
  await test.close();
});
guardBystander({ database: () => test.db });

const NOW = Date.now();
const keys = (count: number): string => `{${Array.from({ length: count }, (_, n) => `"k${n}":1`).join(',')}}`;

const PAYLOADS: readonly OddPayload[] = [
  ['nothing', '', 'TELEMETRY.BAD_JSON'],
  ['NaN', '{"x":NaN}', 'TELEMETRY.BAD_JSON'],
  ['Infinity', '{"x":Infinity}', 'TELEMETRY.BAD_JSON'],
  ['a number too large for a double', '{"x":1e400}', 'TELEMETRY.NOT_FINITE'],
  ['one deep inside', '{"x":[{"y":-1e400}]}', 'TELEMETRY.NOT_FINITE'],
  ['a whole number of 40 digits', `{"x":${'9'.repeat(40)}}`, null],
  ['a thousand brackets', `{"x":${'['.repeat(1_000)}${']'.repeat(1_000)}}`, 'TELEMETRY.NESTED_TOO_DEEP'],
  ['fifty thousand brackets', '['.repeat(50_000), 'TELEMETRY.BAD_JSON'],
  ['the key __proto__', '{"__proto__":1}', 'TELEMETRY.KEY_INVALID'],
  ['__proto__ deep inside', '{"x":{"__proto__":{"y":1}}}', 'TELEMETRY.KEY_INVALID'],
  ['the key constructor', '{"constructor":1,"toString":2,"hasOwnProperty":3}', null],
  ['a key without characters', '{"":1}', 'TELEMETRY.KEY_INVALID'],
  ['a key with NUL', '{"a\\u0000":1}', 'TELEMETRY.KEY_INVALID'],
  ['half a character', '{"x":"\\ud800"}', 'TELEMETRY.VALUE_INVALID'],
  ['halves in the wrong order', '{"x":"\\udc00\\ud800"}', 'TELEMETRY.VALUE_INVALID'],
  ['a whole character in two halves', '{"x":"\\ud83d\\ude00"}', null],
  ['the same key twice', '{"x":1,"x":2}', null],
  ['10,001 keys', keys(10_001), 'TELEMETRY.TOO_MANY_METRICS'],
  ['an empty object', '{}', 'TELEMETRY.EMPTY'],
  ['an empty array', '[]', 'TELEMETRY.EMPTY'],
  ['an array of nothing', '[{},{"x":null}]', 'TELEMETRY.EMPTY'],
  ['an array in an array', '[[{"x":1}]]', 'TELEMETRY.WRONG_SHAPE'],
  ['a bare number', '1', 'TELEMETRY.WRONG_SHAPE'],
  ['a time as text', `{"ts":"${NOW}","values":{"x":1}}`, null],
  ['a time that is no number', '{"ts":"now","values":{"x":1}}', 'TELEMETRY.BAD_TIMESTAMP'],
  ['the time 0', '{"ts":0,"values":{"x":1}}', 'TELEMETRY.CLOCK_BEHIND'],
  ['a time before all others', '{"ts":-1,"values":{"x":1}}', 'TELEMETRY.BAD_TIMESTAMP'],
  ['a time of 1e400', '{"ts":1e400,"values":{"x":1}}', 'TELEMETRY.BAD_TIMESTAMP'],
  ['values that are a list', `{"ts":${NOW},"values":[1]}`, 'TELEMETRY.WRONG_SHAPE'],
];

answersPayloads(() => test, 'telemetry', PAYLOADS);

it.each([
  ['a type that says nothing true', '{"x":1}', { 'content-type': 'image/png' }, 200, undefined],
  ['a type that is no type', '{"x":1}', { 'content-type': ';;;' }, 400, 'HTTP.BAD_REQUEST'],
  ['a body in pieces', () => new Blob(['{"x":', '1}']).stream(), {}, 200, undefined],
  ['a body too large', () => 'x'.repeat(200_000), {}, 413, 'PAYLOAD.TOO_LARGE'],
  ['a body too large in pieces', () => new Blob(['x'.repeat(200_000)]).stream(), {}, 413, 'PAYLOAD.TOO_LARGE'],
] as const)('answers %s over HTTP', async (_what, body, headers, status, code) => {
  expect(await post(test, test.a, 'telemetry', typeof body === 'string' ? body : body(), headers)).toEqual({ status, code });
});

const raw = (...bytes: number[]): Buffer => Buffer.from(bytes);
const packet = (fields: Packet): Buffer => mqttPacket.generate(fields, { protocolVersion: 5 });
const hello = (): Packet => ({ cmd: 'connect', protocolId: 'MQTT', protocolVersion: 5, clientId: '', clean: true, keepalive: 60, username: test.a.token });
const message = (fields: object): Packet => ({ cmd: 'publish', topic: 'v1/devices/me/telemetry', payload: '{"x":1}', qos: 1, dup: false, retain: false, messageId: 1, ...fields }) as Packet;

/** Sends bytes after CONNECT. @returns the reason of the first packet that is no CONNACK */
async function answerTo(bytes: Buffer): Promise<number | undefined> {
  const socket = connect(test.gateway.mqttPort, '127.0.0.1');
  const parser = mqttPacket.parser({ protocolVersion: 5 });
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => parser.parse(chunk));
  socket.write(Buffer.concat([packet(hello()), bytes]));
  const answer = await new Promise<Packet | null>((resolve) => {
    parser.on('packet', (read) => read.cmd !== 'connack' && resolve(read));
    socket.on('close', () => resolve(null));
  });
  socket.destroy();
  return answer && 'reasonCode' in answer ? answer.reasonCode : undefined;
}

it.each([
  ['a length of five bytes', () => raw(0x30, 0xff, 0xff, 0xff, 0xff, 1), 0x81],
  ['the reserved packet type 0', () => raw(0, 0), 0x81],
  ['a PINGREQ with flags', () => raw(0xc1, 0), 0x81],
  ['a SUBSCRIBE without its flag', () => raw(0x80, 0), 0x81],
  ['a PUBREL without its flag', () => raw(0x60, 2, 0, 1), 0x81],
  ['QoS 3', () => raw(0x36, 6, 0, 1, 0x74, 0, 1, 0), 0x81],
  ['the packet id 0', () => raw(0x32, 6, 0, 1, 0x74, 0, 0, 0), 0x81],
  ['a topic longer than its packet', () => raw(0x30, 3, 0xff, 0xff, 0x74), 0x81],
  ['a SUBSCRIBE to nothing', () => raw(0x82, 3, 0, 1, 0), 0x82],
  ['an UNSUBSCRIBE from nothing', () => raw(0xa2, 3, 0, 1, 0), 0x82],
  ['a topic that is not UTF-8', () => raw(0x32, 6, 0, 1, 0xff, 0, 1, 0), 0x90],
  ['a topic with a wildcard', () => packet(message({ topic: 'v1/devices/me/telemetry' })).fill('+', 4, 5), 0x90],
  ['no topic', () => raw(0x32, 5, 0, 0, 0, 1, 0), 0x90],
  ['the alias 0', () => raw(0x32, 8, 0, 0, 0, 1, 3, 0x23, 0, 0), 0x94],
  ['an alias above the limit', () => packet(message({ properties: { topicAlias: 33 } })), 0x94],
  ['an alias never given', () => packet(message({ topic: '', properties: { topicAlias: 3 } })), 0x82],
  ['a second CONNECT', () => packet(hello()), 0x82],
  ['a CONNACK', () => packet({ cmd: 'connack', sessionPresent: false, reasonCode: 0 }), 0x82],
  ['AUTH that nobody asked for', () => packet({ cmd: 'auth', reasonCode: 0x18, properties: {} }), 0x82],
] as const)('answers %s with its reason, and goes on serving others', async (_what, bytes, reason) => {
  expect(await answerTo(bytes())).toBe(reason);
  expect(await publish(other, '{"x":1}')).toBe(0);
});
