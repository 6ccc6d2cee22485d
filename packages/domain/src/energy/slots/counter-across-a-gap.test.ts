import { describe, expect, it } from '@jest/globals';
import { energySlots } from './energy-slots.js';

const HOUR = 3_600_000;
const range = { fromMs: 0, toMs: 3 * HOUR };
const points = [
  { atMs: 0, value: 100 },
  { atMs: HOUR, value: 104 },
  { atMs: 3 * HOUR, value: 120 },
];

describe('a counter silent for two hours', () => {
  it('counts the energy of the gap, evenly, and marks it as estimated: 16 kWh over 8 slots', () => {
    const { slots } = energySlots(points, { quantity: 'counter' }, range);
    expect(slots.map(({ energyKwh }) => energyKwh)).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2]);
    expect(slots.map(({ isEstimated }) => isEstimated)).toEqual([...Array(4).fill(false), ...Array(8).fill(true)]);
  });

  it('marks nothing where the site allows such gaps', () => {
    const { slots } = energySlots(points, { quantity: 'counter', maxGapMs: 2 * HOUR }, range);
    expect(slots.some(({ isEstimated }) => isEstimated)).toBe(false);
  });
});
