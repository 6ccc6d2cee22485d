import { describe, expect, it } from '@jest/globals';
import { AppError } from '@tenon/kernel';
import { DEFAULT_DECODE_LIMITS, type DecodeLimits } from './decode-limits.js';
import { decodeTelemetry } from './decode-telemetry.js';
import { PAYLOAD_REFUSALS } from './refusals.js';

const AT = Date.UTC(2026, 6, 1, 8);

function read(text: string, limits: Partial<DecodeLimits> = {}) {
  return decodeTelemetry(text, AT, { ...DEFAULT_DECODE_LIMITS, ...limits }).samples;
}

function refusal(text: string, limits: Partial<DecodeLimits> = {}): AppError {
  try {
    read(text, limits);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text}`);
}

describe('the four forms', () => {
  it('reads one object without a time', () => {
    expect(read('{"temp":21.5,"on":true,"mode":"auto"}')).toEqual([{ atMs: null, values: [['temp', 21.5], ['on', true], ['mode', 'auto']] }]);
  });

  it('reads an array of objects without a time, a reading each', () => {
    expect(read('[{"a":1},{"b":2}]')).toEqual([{ atMs: null, values: [['a', 1]] }, { atMs: null, values: [['b', 2]] }]);
  });

  it('reads a timed object', () => {
    expect(read('{"ts":1451649600512,"values":{"k":0}}')).toEqual([{ atMs: 1451649600512, values: [['k', 0]] }]);
  });

  it('reads an array of timed and untimed objects, in order', () => {
    expect(read('[{"ts":1451649600000,"values":{"k":1}},{"k":2},{"ts":1451649601000,"values":{"k":3}}]').map(({ atMs }) => atMs)).toEqual([
      1451649600000,
      null,
      1451649601000,
    ]);
  });

  it('keeps JSON objects and arrays as values', () => {
    expect(read('{"alarms":[1,2],"recipe":{"zone":[200,null]}}')).toEqual([{ atMs: null, values: [['alarms', [1, 2]], ['recipe', { zone: [200, null] }]] }]);
  });

  it('takes an object as timed only with both ts and values', () => {
    expect(read('{"ts":1451649600512,"temp":3}')).toEqual([{ atMs: null, values: [['ts', 1451649600512], ['temp', 3]] }]);
    expect(read('{"values":{"temp":3}}')).toEqual([{ atMs: null, values: [['values', { temp: 3 }]] }]);
  });

  it('passes over what stands beside ts and values, null values, readings with nothing in them, and a byte order mark', () => {
    expect(read('\uFEFF[{"ts":1451649600512,"values":{"a":1,"b":null},"name":"x"},{},{"c":null}]')).toEqual([{ atMs: 1451649600512, values: [['a', 1]] }]);
  });

  it('reads ts as digits in a text and cuts its fraction', () => {
    expect(read('{"ts":"1451649600512","values":{"a":1}}')[0]?.atMs).toBe(1451649600512);
    expect(read('{"ts":1451649600512.9,"values":{"a":1}}')[0]?.atMs).toBe(1451649600512);
  });

  it('turns a text into a number only when told to, and only if nothing is lost', () => {
    expect(read('{"a":"22.5"}')[0]?.values).toEqual([['a', '22.5']]);
    const text = '{"a":"22.5","b":"007","c":"1e5","d":"12345678901234567890","e":"-3"}';
    expect(read(text, { isNumericTextCast: true })[0]?.values).toEqual([['a', 22.5], ['b', '007'], ['c', '1e5'], ['d', '12345678901234567890'], ['e', -3]]);
  });
});

const REFUSED = [
  ['{"a":1,}', 'TELEMETRY.BAD_JSON'],
  ['', 'TELEMETRY.BAD_JSON'],
  ['{"a":NaN}', 'TELEMETRY.BAD_JSON'],
  ['42', 'TELEMETRY.WRONG_SHAPE'],
  ['null', 'TELEMETRY.WRONG_SHAPE'],
  ['[[{"a":1}]]', 'TELEMETRY.WRONG_SHAPE'],
  ['{"ts":1451649600512,"values":[1]}', 'TELEMETRY.WRONG_SHAPE'],
  ['{"ts":null,"values":{"a":1}}', 'TELEMETRY.BAD_TIMESTAMP'],
  ['{"ts":"2026-07-01T08:00:00Z","values":{"a":1}}', 'TELEMETRY.BAD_TIMESTAMP'],
  ['{"ts":-1,"values":{"a":1}}', 'TELEMETRY.BAD_TIMESTAMP'],
  ['{"ts":1e300,"values":{"a":1}}', 'TELEMETRY.BAD_TIMESTAMP'],
  ['{}', 'TELEMETRY.EMPTY'],
  ['[]', 'TELEMETRY.EMPTY'],
  ['[{"a":null},{}]', 'TELEMETRY.EMPTY'],
  ['{"":1}', 'TELEMETRY.KEY_INVALID'],
  ['{"a\\nb":1}', 'TELEMETRY.KEY_INVALID'],
  ['{"\\ud800":1}', 'TELEMETRY.KEY_INVALID'],
  [`{"${'k'.repeat(129)}":1}`, 'TELEMETRY.KEY_INVALID'],
  ['{"a":"x\\u0000"}', 'TELEMETRY.VALUE_INVALID'],
  ['{"a":["\\ud800"]}', 'TELEMETRY.VALUE_INVALID'],
  ['{"a":1e400}', 'TELEMETRY.NOT_FINITE'],
  ['{"a":{"b":[-1e400]}}', 'TELEMETRY.NOT_FINITE'],
];

describe('refusals', () => {
  it.each(REFUSED)('%s is %s', (text, code) => {
    const error = refusal(text);
    expect([error.code, error.kind]).toEqual([code, 'invalid']);
    expect(PAYLOAD_REFUSALS).toContain(code);
  });

  it('names the key and the place in the array', () => {
    const error = refusal('[{"a":1},{"ts":1451649600512,"values":{"ok":1,"oil_temp":1e999}}]');
    expect(error.details).toEqual({ key: 'oil_temp', position: 2 });
    expect(error.message).toContain('"oil_temp"');
    expect(error.message).toContain('element 2');
  });

  it('says where the JSON goes wrong', () => {
    expect(refusal('{"temp": 21.5, "state": running}').details).toEqual({ character: 25, near: 'running}' });
    expect(refusal('{"temp": 21.5').message).toContain('ends before');
  });

  it.each([
    [AT / 1_000, 's'],
    [AT * 1_000, 'µs'],
    [AT * 1_000_000, 'ns'],
    [`"${AT / 1_000}"`, 's'],
  ])('recognises ts %s as %s', (ts, unit) => {
    const error = refusal(`{"ts":${ts},"values":{"a":1}}`);
    expect([error.code, error.details.unit]).toEqual(['TELEMETRY.BAD_TIMESTAMP', unit]);
  });
});

describe('limits', () => {
  it('hold, and what is just within them is accepted', () => {
    expect(read(`{"${'k'.repeat(128)}":1}`)).toHaveLength(1);
    expect(refusal('{"a":1,"b":2,"c":3}', { maxMetrics: 2 }).details).toEqual({ count: 3, maxCount: 2 });
    expect(refusal('[{"a":1},{"a":1},{"a":1}]', { maxSamples: 2 }).code).toBe('TELEMETRY.TOO_MANY_METRICS');
    expect(refusal('[{"a":1,"b":1},{"a":1}]', { maxValues: 2 }).details).toEqual({ count: 3, maxCount: 2 });
    expect(read('{"a":"12345"}', { maxTextLength: 5 })).toHaveLength(1);
    expect(refusal('{"a":"123456"}', { maxTextLength: 5 }).details).toEqual({ key: 'a', length: 6, maxLength: 5 });
    expect(read('{"a":[1,2]}', { maxJsonLength: 5 })).toHaveLength(1);
    expect(refusal('{"a":[1,23]}', { maxJsonLength: 5 }).code).toBe('TELEMETRY.VALUE_TOO_LARGE');
    expect(read('{"a":[[1]]}', { maxDepth: 2 })).toHaveLength(1);
    expect(refusal('{"a":[[[1]]]}', { maxDepth: 2 }).code).toBe('TELEMETRY.NESTED_TOO_DEEP');
    expect(refusal(`{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`).code).toBe('TELEMETRY.NESTED_TOO_DEEP');
  });
});

describe('a hostile device', () => {
  it('cannot reach a prototype', () => {
    expect(refusal('{"__proto__":{"isAdmin":true}}').code).toBe('TELEMETRY.KEY_INVALID');
    expect(refusal('{"a":{"b":{"__proto__":{"isAdmin":true}}}}').details.key).toBe('__proto__');
    expect(read('{"constructor":1,"toString":2}')[0]?.values).toEqual([['constructor', 1], ['toString', 2]]);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  it('cannot put control characters or a long text into a message', () => {
    const error = refusal(`{"${'x'.repeat(500)}\\u001b[2J":1}`);
    expect(error.message.length).toBeLessThan(300);
    expect(refusal('{"\\u001b[2J":1}').message).toContain('\\u001b[2J');
  });
});
