import { describe, expect, it } from '@jest/globals';
import { sharedOutFen } from './shared-out-fen.js';

const fen = (amount: number): bigint => BigInt(Math.round(amount * 1e8));

describe('a column of costs rounded so that it adds up', () => {
  it('gives the missing fen to those that lost most', () => {
    // 10.4 + 10.7 + 10.6 = 31.7, rounded 32; rounded down 30; two fen go to 0.7 and 0.6
    expect(sharedOutFen([fen(10.4), fen(10.7), fen(10.6)])).toEqual([10, 11, 11]);
  });

  it('gives to the earlier of equals', () => {
    expect(sharedOutFen([fen(1.5), fen(1.5)])).toEqual([2, 1]);
  });

  it('keeps whole fen and nothing at all as they are', () => {
    expect(sharedOutFen([fen(3), fen(0), fen(4)])).toEqual([3, 0, 4]);
    expect(sharedOutFen([])).toEqual([]);
  });
});
