import { describe, expect, it } from '@jest/globals';
import { energySlots } from './energy-slots.js';
import { noFaults } from './point-faults.js';

const QUARTER = 900_000;
const run = (values: number[]) =>
  energySlots(
    values.map((value, index) => ({ atMs: index * QUARTER, value })),
    { quantity: 'counter' },
    { fromMs: 0, toMs: (values.length - 1) * QUARTER },
  );

describe('a counter that falls', () => {
  it('counts what the register shows after a reset: 10, then 3 since zero, then 4', () => {
    const { slots, faults } = run([9_980, 9_990, 3, 7]);
    expect(slots.map(({ energyKwh }) => energyKwh)).toEqual([10, 3, 4]);
    expect(faults.resetCount).toBe(1);
  });

  it('passes over one reading that drops and comes back, and so does not count the register again', () => {
    const { slots, faults } = run([9_980, 0, 9_990, 9_994]);
    expect(slots.map(({ energyKwh }) => energyKwh)).toEqual([5, 5, 4]);
    expect(faults).toEqual({ ...noFaults(), notFiniteCount: 0, negativeCount: 0, resetCount: 0, dipCount: 1 });
  });

  it('passes over readings below zero and values that are no number', () => {
    const { slots, faults } = run([100, -5, Number.NaN, 106]);
    expect(slots.map(({ energyKwh }) => energyKwh)).toEqual([2, 2, 2]);
    expect(faults).toEqual({ ...noFaults(), notFiniteCount: 1, negativeCount: 1, resetCount: 0, dipCount: 0 });
  });
});
