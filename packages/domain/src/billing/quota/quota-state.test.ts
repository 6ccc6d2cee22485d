import { describe, expect, it } from '@jest/globals';
import { quotaState, shareReached } from './quota-state.js';

describe('use against a quota', () => {
  it.each([
    [0, 10, 'ok'],
    [7, 10, 'ok'],
    [8, 10, 'near'],
    [9, 10, 'near'],
    [10, 10, 'reached'],
    [11, 10, 'reached'],
    [3, 4, 'ok'],
    [0, 0, 'reached'],
    [9_599_999, 12_000_000, 'ok'],
    [9_600_000, 12_000_000, 'near'],
  ] as const)('%d of %d is %s', (used, quota, state) => expect(quotaState(used, quota)).toBe(state));
});

describe('what the owner is told of', () => {
  it.each([
    [0, 7, null],
    [7, 8, 80],
    [8, 9, null],
    [9, 10, 100],
    [0, 12, 100],
    [10, 12, null],
    [12, 8, null],
  ] as const)('from %d to %d of 10: %s', (before, now, told) => expect(shareReached(before, now, 10)).toBe(told));

  it('tells each share once on the way up', () => {
    const told = Array.from({ length: 200 }, (_, used) => shareReached(used, used + 1, 137)).filter(Boolean);
    expect(told).toEqual([80, 100]);
  });
});
