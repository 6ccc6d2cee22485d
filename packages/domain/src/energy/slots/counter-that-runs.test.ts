import { describe, expect, it } from '@jest/globals';
import { energySlots } from './energy-slots.js';

const MINUTE = 60_000;
const range = { fromMs: 0, toMs: 60 * MINUTE };

describe('a counter that runs', () => {
  it('spreads each difference over the time between its two readings', () => {
    const points = [
      { atMs: -10 * MINUTE, value: 100 },
      { atMs: 20 * MINUTE, value: 106 }, // 6 kWh in 30 min, 0.2 a minute: 2 before the range, 3 in slot 0, 1 in slot 1
      { atMs: 50 * MINUTE, value: 115 }, // 9 kWh in 30 min, 0.3 a minute: 3 in slot 1, 4.5 in slot 2, 1.5 in slot 3
    ];
    const { slots } = energySlots(points, { quantity: 'counter' }, range);
    expect(slots.map(({ energyKwh }) => Number(energyKwh.toFixed(9)))).toEqual([3, 4, 4.5, 1.5]);
    expect(slots.map(({ coveredMs }) => coveredMs! / MINUTE)).toEqual([15, 15, 15, 5]);
    expect(slots.some(({ isEstimated }) => isEstimated)).toBe(false);
  });

  it('knows nothing from a single reading', () => {
    expect(energySlots([{ atMs: 0, value: 100 }], { quantity: 'counter' }, range).slots).toEqual([]);
  });

  it('shows a machine at rest as zero, not as a gap', () => {
    const points = [0, 60].map((minute) => ({ atMs: minute * MINUTE, value: 500 }));
    expect(energySlots(points, { quantity: 'counter' }, range).slots.map(({ energyKwh }) => energyKwh)).toEqual([0, 0, 0, 0]);
  });
});
