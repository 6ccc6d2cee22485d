import { describe, expect, it } from '@jest/globals';
import { silences } from './silences.js';

/** Instants by their spacings, in seconds. */
const axis = (...spacingsS: number[]): number[] => spacingsS.reduce((atMs, s) => [...atMs, (atMs.at(-1) ?? 0) + s * 1_000], [0]);
const times = (count: number, spacingS: number): number[] => Array.from({ length: count }, () => spacingS);
const PACED = { overMs: 5_000, timesUsual: 3.5 };

describe('silences', () => {
  it('begin where the next reading is further away than allowed', () => {
    expect(silences([0, 10, 100, 110, 300], { overMs: 20 })).toEqual([1, 3]);
    expect(silences([0, 10, 100], { overMs: Infinity })).toEqual([]);
  });

  it('are judged by the pace right there: a history by the minute is whole before a stretch by the second', () => {
    expect(silences(axis(...times(20, 60), ...times(500, 2)), PACED)).toEqual([]);
    expect(silences(axis(...times(500, 2), ...times(20, 60)), PACED)).toEqual([]);
  });

  it('stand out from either pace', () => {
    expect(silences(axis(...times(20, 60), 600, ...times(20, 60), ...times(50, 2), 60, ...times(50, 2)), PACED)).toEqual([20, 91]);
  });

  it('are none where there is nothing to compare with', () => {
    expect(silences(axis(900), PACED)).toEqual([]);
    expect(silences([], PACED)).toEqual([]);
    expect(silences([7], PACED)).toEqual([]);
  });
});
