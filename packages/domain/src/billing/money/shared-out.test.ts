import { describe, expect, it } from '@jest/globals';
import { Draws } from '../../simulation/random.js';
import { roundedRatio } from './rounded-ratio.js';
import { sharedOut } from './shared-out.js';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('a fraction rounded', () => {
  it.each([
    [5n, 10n, 1n],
    [-5n, 10n, -1n],
    [4n, 10n, 0n],
    [-4n, 10n, 0n],
    [14n, 10n, 1n],
    [15n, 10n, 2n],
    [-15n, 10n, -2n],
    [7n, 1n, 7n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
  ])('%d/%d is %d', (numerator, denominator, whole) => expect(roundedRatio(numerator, denominator)).toBe(whole));
});

describe('a column that adds up', () => {
  it('gives what is missing to those that lost most, the earlier of equals first', () => {
    expect(sharedOut([104n, 107n, 106n], 10n)).toEqual([10, 11, 11]);
    expect(sharedOut([15n, 15n], 10n)).toEqual([2, 1]);
    expect(sharedOut([], 10n)).toEqual([]);
  });

  it('shares below zero too', () => {
    // 1.2 − 0.7 = 0.5 → 1; rounded down 1 and −1, so one is missing, and −0.7 lost more (0.3) than 1.2 (0.2)
    expect(sharedOut([12n, -7n], 10n)).toEqual([1, 0]);
    expect(sharedOut([-15n], 10n)).toEqual([-2]);
  });

  it('adds up, stays within one and leaves whole ones alone, for any column', () => {
    const draws = new Draws(11, 1, 1);
    for (let round = 0; round < 2_000; round += 1) {
      const denominator = Math.floor(draws.between(1, 107));
      const parts = Array.from({ length: Math.floor(draws.between(1, 9)) }, () => Math.floor(draws.between(-50_000, 400_000)));
      const shares = sharedOut(parts.map(BigInt), BigInt(denominator));
      const exact = sum(parts);
      expect(sum(shares)).toBe(Math.sign(exact) * Math.floor((Math.abs(exact) * 2 + denominator) / (denominator * 2)) + 0);
      for (const [index, part] of parts.entries()) {
        expect(Math.abs(shares[index]! * denominator - part)).toBeLessThan(denominator);
        if (part % denominator === 0) expect(shares[index]! * denominator).toBe(part + 0);
      }
    }
  });
});
