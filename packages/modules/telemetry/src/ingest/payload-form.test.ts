import { describe, expect, it } from '@jest/globals';
import { NUMBERS, PayloadForm } from './payload-form.js';

const FIRST = '{"ts":1766000000000,"values":{"power_kw":1.5,"shots":80}}';

/** What is read of a payload by the form of another; `null` where it is none of that form. */
function read(first: string, text: string, values: number): number[] | null {
  const form = PayloadForm.of(first, values);
  if (!form) throw new Error(`no form: ${first}`);
  // Among other bytes, as packets lie in a chunk: digits that go on behind its end are not its own.
  const bytes = Buffer.concat([Buffer.from('9'), Buffer.from(text), Buffer.from('97')]);
  return form.read(bytes, 1, bytes.length - 2) ? [...NUMBERS.subarray(0, values + Number(form.isTimed))] : null;
}

describe('a payload written as one before', () => {
  it.each([
    ['{"ts":1766000000001,"values":{"power_kw":-22.75,"shots":8100}}', [1766000000001, -22.75, 8100]],
    ['{"ts":0,"values":{"power_kw":0.1,"shots":-0}}', [0, 0.1, -0]],
    ['{"ts":5,"values":{"power_kw":12345678901.345,"shots":999999999999999}}', [5, 12345678901.345, 999999999999999]],
  ])('gives its numbers: %s', (text, numbers) => {
    expect(read(FIRST, text, 2)).toEqual(numbers);
  });

  it('has spaces where that had some, and keys in any script', () => {
    expect(read(' { "ts": 1, "values": { "温度": 2.5 } }\n', ' { "ts": 7, "values": { "温度": 36.6 } }\n', 1)).toEqual([7, 36.6]);
    expect(PayloadForm.of('{"温度": 2.5}', 1)?.textLength(Buffer.byteLength('{"温度": 36.61}'))).toBe('{"温度": 36.61}'.length);
  });

  it('may come without a time', () => {
    expect(read('{"a":1,"b":2}', '{"a":3,"b":4.25}', 2)).toEqual([3, 4.25]);
  });

  it('gives what JSON.parse gives, to the last bit', () => {
    const form = PayloadForm.of('{"a":1}', 1);
    for (let n = 0; n < 20_000; n += 1) {
      const text = `${n % 3 ? '' : '-'}${Math.floor(Math.random() * 10 ** (1 + (n % 8)))}.${String(Math.floor(Math.random() * 1e6)).padStart(1 + (n % 6), '0')}`;
      const bytes = Buffer.from(`{"a":${text}}`);
      // One expectation a number would take a hundred times as long as what it expects.
      if (!form?.read(bytes, 0, bytes.length) || !Object.is(NUMBERS[0], JSON.parse(text))) throw new Error(`${text} is read as ${NUMBERS[0]}`);
    }
  });
});

describe('is read by the book', () => {
  it.each([
    '{"ts":1766000000001,"values":{"power_kw":1e3,"shots":1}}',
    '{"ts":1766000000001,"values":{"power_kw":01,"shots":1}}',
    '{"ts":1766000000001,"values":{"power_kw":1.,"shots":1}}',
    '{"ts":1766000000001,"values":{"power_kw":.5,"shots":1}}',
    '{"ts":1766000000001,"values":{"power_kw":-,"shots":1}}',
    '{"ts":1766000000001,"values":{"power_kw":,"shots":1}}',
    '{"ts":1766000000001,"values":{"power_kw":+1,"shots":1}}',
    '{"ts":1766000000001,"values":{"power_kw":"1","shots":1}}',
    '{"ts":1766000000001,"values":{"power_kw":null,"shots":1}}',
    '{"ts":1766000000001,"values":{"power_kw":0.1234567890123456,"shots":1}}',
    '{"ts":1766000000001,"values":{"shots":1,"power_kw":1}}',
    '{"ts":1766000000001,"values":{"power_kw":1,"shots":1},"x":1}',
    '{"ts":1766000000001,"values":{"power_kw":1,"shots":1}',
    '{"ts":1766000000001,"values":{"power_kw":1,"shots":1}}}',
    '{"ts":1766000000001,"values":{"power_kw":1,"shots":1',
    '',
  ])('what is written otherwise: %s', (text) => {
    expect(read(FIRST, text, 2)).toBeNull();
  });

  it.each([
    ['{"a":"x"}', 1],
    ['{"a":true,"b":1}', 2],
    ['{"a":1,"a":2}', 1],
    ['{"a":1,"b":null}', 1],
    ['{"\\u0061":1}', 1],
    ['{"ts":"123","values":{"a":123},"x":123}', 1],
    ['{"values":{"a":1},"ts":5}', 1],
    ['[{"a":1}]', 1],
    ['{"a":{"b":1}}', 1],
    ['{"a":1e3}', 1],
    [`{"${'k'.repeat(2_100)}":1}`, 1],
  ])('a message that is no reading of numbers only: %s', (text, values) => {
    expect(PayloadForm.of(text, values)).toBeNull();
  });
});
