import { describe, expect, it } from '@jest/globals';
import { energySlots } from './energy-slots.js';
import { noFaults } from './point-faults.js';

const QUARTER = 900_000;

describe('interval amounts that cannot be', () => {
  it('passes over amounts below zero and values that are no number, and counts them', () => {
    const values = [5, -1, Number.NaN, Number.POSITIVE_INFINITY, 0];
    const points = values.map((value, index) => ({ atMs: (index + 1) * QUARTER, value }));
    const metric = { quantity: 'interval', intervalMs: QUARTER, stampMarks: 'end' } as const;
    const { slots, faults } = energySlots(points, metric, { fromMs: 0, toMs: 5 * QUARTER });
    expect(slots.map(({ startMs, energyKwh }) => [startMs / QUARTER, energyKwh])).toEqual([[0, 5], [4, 0]]);
    expect(faults).toEqual({ ...noFaults(), notFiniteCount: 2, negativeCount: 1, resetCount: 0, dipCount: 0 });
  });

  it.each([0, -1, Number.NaN])('refuses an interval of %p ms', (intervalMs) => {
    const metric = { quantity: 'interval', intervalMs, stampMarks: 'end' } as const;
    expect(() => energySlots([], metric, { fromMs: 0, toMs: QUARTER })).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'ENERGY.INTERVAL_INVALID' }),
    );
  });
});
