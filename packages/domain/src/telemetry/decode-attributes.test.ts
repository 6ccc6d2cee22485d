import { describe, expect, it } from '@jest/globals';
import { decodeAttributes } from './decode-attributes.js';
import { DEFAULT_DECODE_LIMITS } from './decode-limits.js';
import { PAYLOAD_REFUSALS } from './refusals.js';

function codeOf(text: string): unknown {
  try {
    decodeAttributes(text, { ...DEFAULT_DECODE_LIMITS, maxMetrics: 3, maxDepth: 2, maxTextLength: 5 });
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return null;
}

describe('decodeAttributes', () => {
  it('reads one object, passing over nulls; ts and values are ordinary names', () => {
    expect(decodeAttributes('{"firmware":"1.4.2","ts":5,"values":{"a":1},"gone":null}')).toEqual([
      ['firmware', '1.4.2'],
      ['ts', 5],
      ['values', { a: 1 }],
    ]);
  });

  it.each([
    ['{', 'ATTRIBUTE.BAD_JSON'],
    ['[{"a":1}]', 'ATTRIBUTE.WRONG_SHAPE'],
    ['"a"', 'ATTRIBUTE.WRONG_SHAPE'],
    ['{"a":null}', 'ATTRIBUTE.EMPTY'],
    ['{"a":1,"b":2,"c":3,"d":4}', 'ATTRIBUTE.TOO_MANY_METRICS'],
    ['{"":1}', 'ATTRIBUTE.KEY_INVALID'],
    ['{"__proto__":1}', 'ATTRIBUTE.KEY_INVALID'],
    ['{"a":"\\u0000"}', 'ATTRIBUTE.VALUE_INVALID'],
    ['{"a":"123456"}', 'ATTRIBUTE.VALUE_TOO_LARGE'],
    ['{"a":1e999}', 'ATTRIBUTE.NOT_FINITE'],
    ['{"a":[[[]]]}', 'ATTRIBUTE.NESTED_TOO_DEEP'],
  ])('%s is %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
    expect(PAYLOAD_REFUSALS).toContain(code);
  });
});
