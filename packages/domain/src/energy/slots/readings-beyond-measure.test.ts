import { describe, expect, it } from '@jest/globals';
import type { EnergyMetric } from './energy-metric.js';
import { energySlots } from './energy-slots.js';
import { MAX_READING, noFaults } from './point-faults.js';

const QUARTER = 900_000;
const metrics: [EnergyMetric, number[]][] = [
  [{ quantity: 'interval', intervalMs: QUARTER, stampMarks: 'start' }, [5, 7]],
  [{ quantity: 'counter' }, [1, 1]],
  [{ quantity: 'power' }, [1.375, 1.625]],
];

describe('values that no meter shows', () => {
  it.each(metrics)('are passed over by %p and counted', (metric, expected) => {
    const points = [5, 1.9e302, 7].map((value, index) => ({ atMs: index * QUARTER, value }));
    const { slots, faults } = energySlots(points, metric, { fromMs: 0, toMs: 3 * QUARTER });
    expect(slots.map(({ energyKwh }) => energyKwh)).toEqual(expected);
    expect(faults).toEqual({ ...noFaults(), excessiveCount: 1 });
  });

  it('are those above the highest reading, which itself is taken', () => {
    const metric = { quantity: 'interval', intervalMs: QUARTER, stampMarks: 'start' } as const;
    expect(energySlots([{ atMs: 0, value: MAX_READING }], metric, { fromMs: 0, toMs: QUARTER }).faults).toEqual(noFaults());
  });
});
