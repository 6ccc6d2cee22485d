import { describe, expect, it } from '@jest/globals';
import { columnPrecision, livePrecision } from './precision';

describe('livePrecision', () => {
  it('keeps a reading’s width steady', () => {
    expect([187.9, 188].map((value) => livePrecision(value, '°C'))).toEqual([1, 1]);
    expect([0.18, 0.2].map((value) => livePrecision(value, 'kW'))).toEqual([2, 2]);
    expect(livePrecision(235_728.31, 'kWh')).toBe(0);
  });

  it('leaves a count whole', () => {
    expect(livePrecision(7, null)).toBe(0);
    expect(livePrecision(7.25, null)).toBe(2);
  });
});

describe('columnPrecision', () => {
  it('shows what was stored and no noise', () => {
    expect(columnPrecision([1, 2.5, 3.125])).toBe(3);
    expect(columnPrecision([0.1 + 0.2])).toBe(1);
    expect(columnPrecision(['running', true, 4])).toBe(0);
    expect(columnPrecision([1e-9])).toBe(6);
    expect(columnPrecision([])).toBe(0);
  });
});
