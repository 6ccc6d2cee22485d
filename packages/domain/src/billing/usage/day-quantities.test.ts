import { HOUR_MS } from '@tenon/kernel';
import { expect, it } from '@jest/globals';
import { dayQuantities } from './day-quantities.js';

const AHEAD_HOURS = 8;
const localTimeOf = (atMs: number) => {
  const hours = atMs / HOUR_MS + AHEAD_HOURS;
  return { localDay: Math.floor(hours / 24), minuteOfDay: (hours % 24) * 60 };
};
const hour = (n: number, quantity: number) => ({ hourMs: n * HOUR_MS, quantity });

it('sums a flow and takes the highest of a stock, by the company’s own days, in order', () => {
  // 16:00 UTC is midnight, eight hours ahead.
  const hours = [hour(16, 5), hour(0, 1), hour(15, 3), hour(17, 2)];
  expect(dayQuantities('pointsADay', hours, localTimeOf)).toEqual([{ localDay: 0, quantity: 4 }, { localDay: 1, quantity: 7 }]);
  expect(dayQuantities('devices', hours, localTimeOf)).toEqual([{ localDay: 0, quantity: 3 }, { localDay: 1, quantity: 5 }]);
  expect(dayQuantities('apps', [], localTimeOf)).toEqual([]);
});
