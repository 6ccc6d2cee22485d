import { describe, expect, it } from '@jest/globals';
import type { EnergyMetric } from './energy-metric.js';
import { energySlots } from './energy-slots.js';

const QUARTER = 900_000;
const metrics: EnergyMetric[] = [{ quantity: 'interval', intervalMs: QUARTER, stampMarks: 'end' }, { quantity: 'counter' }, { quantity: 'power' }];

describe('stamps that the server gave', () => {
  it.each(metrics)('give whole milliseconds covered with %p, at least one', (metric) => {
    const points = [0.123, 421_337.417, 2 * QUARTER - 0.001, 2 * QUARTER + 0.002].map((atMs, index) => ({ atMs, value: 10 + index }));
    const { slots } = energySlots(points, metric, { fromMs: 0, toMs: 4 * QUARTER });
    expect(slots.length).toBeGreaterThan(1);
    for (const { coveredMs } of slots) expect(Number.isInteger(coveredMs) && coveredMs! >= 1).toBe(true);
  });
});
