import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { answersPayloads, type OddPayload } from './testing/answers-payloads.js';
import { connectMqtt, publish } from './testing/mqtt-client.js';
import { post } from './testing/post.js';
import { storedRefusals } from './testing/stored.js';
import { testGateway, type TestGateway, type TestMachine } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway({ mqtt: { maxPacketBytes: 131_072 } })));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

const keys = (count: number, value: unknown = 1): string => JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, value])));

const PAYLOADS: readonly OddPayload[] = [
  ['nothing', '', 'ATTRIBUTE.BAD_JSON'],
  ['a blank', ' ', 'ATTRIBUTE.BAD_JSON'],
  ['a byte order mark', '\ufeff{"x":1}', null],
  ['half an object', '{"x":', 'ATTRIBUTE.BAD_JSON'],
  ['an object and more', '{"x":1}{"y":1}', 'ATTRIBUTE.BAD_JSON'],
  ['a comma too many', '{"x":1,}', 'ATTRIBUTE.BAD_JSON'],
  ['single quotes', "{'x':1}", 'ATTRIBUTE.BAD_JSON'],
  ['a comment', '{"x":1/* one */}', 'ATTRIBUTE.BAD_JSON'],
  ['a raw line break in a text', '{"x":"a\nb"}', 'ATTRIBUTE.BAD_JSON'],
  ['a number with a leading zero', '{"x":01}', 'ATTRIBUTE.BAD_JSON'],
  ['a number in hexadecimal', '{"x":0x10}', 'ATTRIBUTE.BAD_JSON'],
  ['undefined', '{"x":undefined}', 'ATTRIBUTE.BAD_JSON'],
  ['NaN', '{"x":NaN}', 'ATTRIBUTE.BAD_JSON'],
  ['Infinity', '{"x":-Infinity}', 'ATTRIBUTE.BAD_JSON'],
  ['fifty thousand brackets', '['.repeat(50_000), 'ATTRIBUTE.BAD_JSON'],
  ['a number too large for a double', '{"x":1e400}', 'ATTRIBUTE.NOT_FINITE'],
  ['one deep inside', '{"x":[{"y":-1e400}]}', 'ATTRIBUTE.NOT_FINITE'],
  ['a thousand brackets', `{"x":${'['.repeat(1_000)}${']'.repeat(1_000)}}`, 'ATTRIBUTE.NESTED_TOO_DEEP'],
  ['a thousand objects in each other', `${'{"x":'.repeat(1_000)}1${'}'.repeat(1_000)}`, 'ATTRIBUTE.NESTED_TOO_DEEP'],
  ['the key __proto__', '{"__proto__":{"isAdmin":true}}', 'ATTRIBUTE.KEY_INVALID'],
  ['the key __proto__ in disguise', '{"\\u005f_proto__":1}', 'ATTRIBUTE.KEY_INVALID'],
  ['__proto__ deep inside', '{"x":{"__proto__":{"y":1}}}', 'ATTRIBUTE.KEY_INVALID'],
  ['a key without characters', '{"":1}', 'ATTRIBUTE.KEY_INVALID'],
  ['a key with NUL', '{"a\\u0000":1}', 'ATTRIBUTE.KEY_INVALID'],
  ['a key with a line break', '{"a\\nb":1}', 'ATTRIBUTE.KEY_INVALID'],
  ['a key of half a character', '{"\\ud800":1}', 'ATTRIBUTE.KEY_INVALID'],
  ['a key of 129 characters', `{"${'k'.repeat(129)}":1}`, 'ATTRIBUTE.KEY_INVALID'],
  ['a text with NUL', '{"x":"a\\u0000"}', 'ATTRIBUTE.VALUE_INVALID'],
  ['NUL deep inside', '{"x":[{"y":"\\u0000"}]}', 'ATTRIBUTE.VALUE_INVALID'],
  ['half a character', '{"x":"\\ud800"}', 'ATTRIBUTE.VALUE_INVALID'],
  ['halves in the wrong order', '{"x":"\\udc00\\ud800"}', 'ATTRIBUTE.VALUE_INVALID'],
  ['a text too long', `{"x":"${'y'.repeat(70_000)}"}`, 'ATTRIBUTE.VALUE_TOO_LARGE'],
  ['a list too long', `{"x":[${'1,'.repeat(35_000)}1]}`, 'ATTRIBUTE.VALUE_TOO_LARGE'],
  ['5,000 keys', keys(5_000), 'ATTRIBUTE.TOO_MANY_METRICS'],
  ['more than a machine may have together', keys(40, 'x'.repeat(2_000)), 'ATTRIBUTE.TOO_LARGE_TOGETHER'],
  ['an empty object', '{}', 'ATTRIBUTE.EMPTY'],
  ['an object of nothing', '{"x":null,"y":null}', 'ATTRIBUTE.EMPTY'],
  ['an empty array', '[]', 'ATTRIBUTE.WRONG_SHAPE'],
  ['an array of objects', '[{"x":1}]', 'ATTRIBUTE.WRONG_SHAPE'],
  ['a bare number', '1', 'ATTRIBUTE.WRONG_SHAPE'],
  ['a bare text', '"x"', 'ATTRIBUTE.WRONG_SHAPE'],
  ['a bare null', 'null', 'ATTRIBUTE.WRONG_SHAPE'],
  ['a whole number of 40 digits', `{"x":${'9'.repeat(40)}}`, null],
  ['the keys that every object has', '{"constructor":1,"toString":2,"hasOwnProperty":3}', null],
  ['a whole character in two halves', '{"x":"\\ud83d\\ude00"}', null],
  ['the same key twice', '{"x":1,"x":2}', null],
  ['a key that looks like SQL', `{"x'; DROP TABLE device; --":"'"}`, null],
  ['a key that looks like a path', '{"{a,b}":1,"$.c":2}', null],
  ['the shape of telemetry with a time', `{"ts":${Date.now()},"values":{"x":1}}`, null],
  ['Chinese', '{"型号":"海天 HTF160"}', null],
  ['blanks all around', ' \r\n\t{ "x" : 1 }\n', null],
];

answersPayloads(() => test, 'attributes', PAYLOADS);

const attributesOf = async ({ deviceId }: TestMachine): Promise<unknown> => (await test.db.sql('SELECT attributes FROM device WHERE id = $1', [deviceId]))[0]?.['attributes'];

it('stores what is odd and allowed as it was sent', async () => {
  const machine = await test.machine();
  for (const payload of ['{"x":1,"x":2}', '{"{a,b}":1,"$.c":2}', `{"x'; DROP TABLE device; --":"'"}`, '{"constructor":1}', '{"e":"\\ud83d\\ude00"}']) {
    expect(await post(test, machine, 'attributes', payload)).toMatchObject({ status: 200 });
  }
  expect(await attributesOf(machine)).toEqual({ x: 2, '{a,b}': 1, '$.c': 2, "x'; DROP TABLE device; --": "'", constructor: 1, e: '😀' });
});

it('keeps what it had where a message is refused, and shows why', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  const topic = 'v1/devices/me/attributes';
  expect(await publish(client, '{"serial":"A-7"}', { topic })).toBe(0);
  expect(await publish(client, '{"serial":"A-8","x":"\\u0000"}', { topic })).toBe(0x99);
  expect(await publish(client, keys(40, 'x'.repeat(2_000)), { topic })).toBe(0x99);
  await client.endAsync();
  await test.gateway.drained();
  expect(await attributesOf(machine)).toEqual({ serial: 'A-7' });
  const details = Object.fromEntries((await storedRefusals(test.db, machine.deviceId)).map((refusal) => [refusal.code, refusal.details]));
  expect(details).toMatchObject({ 'ATTRIBUTE.VALUE_INVALID': { key: 'x' }, 'ATTRIBUTE.TOO_LARGE_TOGETHER': { maxBytes: 65_536 } });
});
