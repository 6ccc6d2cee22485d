import { describe, expect, it } from '@jest/globals';
import { filledColumn, type FillRule, type Seed } from './fill.js';

const starts = (count: number): number[] => Array.from({ length: count }, (_, place) => place * 1_000);
const rule = (kind: FillRule['kind'], more: Partial<FillRule> = {}): FillRule => ({ kind, value: 7, maxGapMs: Infinity, ...more });
const fill = (values: (number | null)[], how: FillRule, seed: Seed | null = null): (number | null)[] => filledColumn('mean', { startsMs: starts(values.length), values, seed }, how);

const GAPPY = [null, 1, null, null, 4, null];

describe('filledColumn', () => {
  it('carries the last value on, and never back before the first', () => expect(fill(GAPPY, rule('previous'))).toEqual([null, 1, 1, 1, 4, 4]));
  it('puts a constant where nothing was measured, once the series has begun', () => expect(fill(GAPPY, rule('constant'))).toEqual([null, 1, 7, 7, 4, 7]));
  it('bridges a gap along the straight line, and leaves what lies behind the last value', () => expect(fill(GAPPY, rule('linear'))).toEqual([null, 1, 2, 3, 4, null]));
  it('shows gaps where it is asked to', () => expect(fill(GAPPY, rule('null'))).toEqual(GAPPY));

  it('carries nothing further than it may', () => {
    expect(fill([1, null, null, null, 5], rule('previous', { maxGapMs: 2_000 }))).toEqual([1, 1, 1, null, 5]);
    expect(fill([1, null, null, null, 5], rule('constant', { maxGapMs: 1_000 }))).toEqual([1, 7, null, null, 5]);
  });

  it('bridges a gap whole or not at all', () => {
    expect(fill([1, null, null, null, 5, null, 7], rule('linear', { maxGapMs: 3_999 }))).toEqual([1, null, null, null, 5, 6, 7]);
    expect(fill([1, null, null, null, 5], rule('linear', { maxGapMs: 4_000 }))).toEqual([1, 2, 3, 4, 5]);
  });

  it('begins with what was known before, as far as that may be carried', () => {
    const seed = { atMs: -500, value: 9 };
    expect(fill([null, null, 3], rule('previous'), seed)).toEqual([9, 9, 3]);
    expect(fill([null, null, 3], rule('previous', { maxGapMs: 500 }), seed)).toEqual([9, null, 3]);
    expect(fill([null, 3], rule('constant'), seed)).toEqual([7, 3]);
  });

  it('overflows by no difference', () => expect(fill([-1e308, null, 1e308], rule('linear'))).toEqual([-1e308, 0, 1e308]));

  it('counts no points that were not there, and adds none up', () => {
    const of = (name: 'count' | 'sum', kind: FillRule['kind']) => filledColumn(name, { startsMs: starts(3), values: [2, null, 3], seed: null }, rule(kind));
    expect([of('count', 'previous'), of('count', 'null'), of('count', 'none')]).toEqual([[2, 0, 3], [2, 0, 3], [2, null, 3]]);
    expect([of('sum', 'previous'), of('sum', 'constant'), of('sum', 'linear')]).toEqual([[2, null, 3], [2, null, 3], [2, null, 3]]);
  });
});
