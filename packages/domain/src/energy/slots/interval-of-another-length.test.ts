import { describe, expect, it } from '@jest/globals';
import { energySlots } from './energy-slots.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const range = { fromMs: 0, toMs: HOUR };
const interval = (intervalMs: number) => ({ quantity: 'interval', intervalMs, stampMarks: 'end' }) as const;

describe('intervals longer or shorter than a slot', () => {
  it('splits an hour of 10 kWh into four quarters of 2.5 kWh', () => {
    const { slots } = energySlots([{ atMs: HOUR, value: 10 }], interval(HOUR), range);
    expect(slots.map(({ energyKwh }) => energyKwh)).toEqual([2.5, 2.5, 2.5, 2.5]);
  });

  it('sums three five-minute amounts, 1 + 2 + 4 = 7 kWh', () => {
    const points = [5, 10, 15].map((minute, index) => ({ atMs: minute * MINUTE, value: 2 ** index }));
    const { slots } = energySlots(points, interval(5 * MINUTE), range);
    expect(slots).toEqual([{ startMs: 0, energyKwh: 7, coveredMs: 900_000, isEstimated: false }]);
  });

  it('says how much of a slot is known when one of its intervals is missing', () => {
    const points = [5, 15].map((minute) => ({ atMs: minute * MINUTE, value: 1 }));
    const { slots } = energySlots(points, interval(5 * MINUTE), range);
    expect(slots).toEqual([{ startMs: 0, energyKwh: 2, coveredMs: 600_000, isEstimated: false }]);
  });

  it('splits an interval across a slot boundary by time: 10 of 15 minutes before it, 6 of 9 kWh', () => {
    const { slots } = energySlots([{ atMs: 20 * MINUTE, value: 9 }], interval(15 * MINUTE), range);
    expect(slots.map(({ energyKwh }) => energyKwh)).toEqual([6, 3]);
  });

  it('counts only the part of an interval that lies within the range', () => {
    const { slots } = energySlots([{ atMs: HOUR, value: 10 }], interval(HOUR), { fromMs: HOUR / 2, toMs: 2 * HOUR });
    expect(slots.map(({ energyKwh }) => energyKwh)).toEqual([2.5, 2.5]);
  });
});
