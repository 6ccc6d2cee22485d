import { describe, expect, it } from '@jest/globals';
import type { EnergyMetric } from './energy-metric.js';
import { energySlots } from './energy-slots.js';
import { neededMarginMs } from './needed-margin-ms.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A reading every 7 minutes and 13 seconds, so that none falls on a quarter-hour, and a register that only rises. */
const points = Array.from({ length: 600 }, (_, index) => ({ atMs: index * 433_000, value: 40 + index * 2 + (index % 5) * 0.3 }));

const metrics: EnergyMetric[] = [
  { quantity: 'interval', intervalMs: 433_000, stampMarks: 'end' },
  { quantity: 'interval', intervalMs: 433_000, stampMarks: 'start' },
  { quantity: 'counter' },
  { quantity: 'power' },
];

describe('a range read in parts', () => {
  it.each(metrics)('gives for %p the slots of the whole, each part read with its margin', (metric) => {
    const margin = neededMarginMs(metric);
    const read = (fromMs: number, toMs: number) => {
      const known = points.filter(({ atMs }) => atMs >= fromMs - margin && atMs <= toMs + margin);
      return energySlots(known, metric, { fromMs, toMs }).slots;
    };
    const parts = [read(0, 5 * HOUR), read(5 * HOUR, 30 * HOUR), read(30 * HOUR, 3 * DAY)].flat();
    expect(parts).toEqual(read(0, 3 * DAY));
    expect(parts.length).toBeGreaterThan(280);
  });
});
