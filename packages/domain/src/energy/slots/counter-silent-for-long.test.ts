import { describe, expect, it } from '@jest/globals';
import { energySlots } from './energy-slots.js';

const DAY = 86_400_000;
const energyOf = (silentDays: number): number => {
  const points = [0, silentDays].map((day) => ({ atMs: day * DAY, value: 100 + day * 24 }));
  const { slots } = energySlots(points, { quantity: 'counter' }, { fromMs: 0, toMs: silentDays * DAY });
  return Math.round(slots.reduce((sum, { energyKwh }) => sum + energyKwh, 0));
};

describe('a counter silent for days and months', () => {
  it.each([5, 40, 366])('counts all of %p days at 24 kWh a day', (days) => {
    expect(energyOf(days)).toBe(days * 24);
  });

  it('begins anew after more than a year', () => {
    expect(energyOf(367)).toBe(0);
  });
});
