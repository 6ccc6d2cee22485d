import { describe, expect, it } from '@jest/globals';
import { parseTypedNumber, settleNumber } from './parse-number.js';

describe('parseTypedNumber', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['12,345,678', 12345678],
    ['1 234', 1234],
    ['１２．５', 12.5],
    ['−3', -3],
    ['0,5', 0.5],
    ['.25', 0.25],
    ['7.', 7],
  ])('reads %p as %p', (text, value) => {
    expect(parseTypedNumber(text)).toBe(value);
  });

  it('tells nothing from nonsense', () => {
    expect(parseTypedNumber('  ')).toBeNull();
    for (const text of ['abc', '1-2', '-', '1.2.3', '5 kW', '1,23,4']) expect(parseTypedNumber(text)).toBeUndefined();
  });
});

describe('settleNumber', () => {
  it('bounds, then rounds to the precision or to the step', () => {
    expect(settleNumber(12.3456, { step: 1, precision: 2 })).toBe(12.35);
    expect(settleNumber(0.1 + 0.2, { step: 0.1 })).toBe(0.3);
    expect(settleNumber(-4, { step: 1, min: 0 })).toBe(0);
    expect(settleNumber(400, { step: 1, max: 100 })).toBe(100);
  });
});
