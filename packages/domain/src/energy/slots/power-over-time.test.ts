import { describe, expect, it } from '@jest/globals';
import { energySlots } from './energy-slots.js';
import { noFaults } from './point-faults.js';

const MINUTE = 60_000;
const range = { fromMs: 0, toMs: 60 * MINUTE };

describe('power integrated over time', () => {
  it('draws a straight line between readings: 0 → 60 kW in half an hour is 3.75 + 11.25 = 15 kWh', () => {
    const points = [
      { atMs: 0, value: 0 },
      { atMs: 30 * MINUTE, value: 60 },
    ];
    const { slots } = energySlots(points, { quantity: 'power' }, range);
    expect(slots.map(({ energyKwh }) => Number(energyKwh.toFixed(9)))).toEqual([3.75, 11.25]);
  });

  it('counts nothing between readings too far apart, and leaves their time uncovered', () => {
    const points = [0, 10, 41, 50].map((minute) => ({ atMs: minute * MINUTE, value: 12 }));
    const { slots } = energySlots(points, { quantity: 'power' }, range);
    expect(slots.map(({ startMs, coveredMs }) => [startMs / MINUTE, coveredMs! / MINUTE])).toEqual([[0, 10], [30, 4], [45, 5]]);
    expect(slots.map(({ energyKwh }) => Number(energyKwh.toFixed(9)))).toEqual([2, 0.8, 1]);
  });

  it('draws across a longer pause where the metric allows it', () => {
    const points = [0, 60].map((minute) => ({ atMs: minute * MINUTE, value: 12 }));
    expect(energySlots(points, { quantity: 'power' }, range).slots).toEqual([]);
    const { slots } = energySlots(points, { quantity: 'power', maxHoldMs: 60 * MINUTE }, range);
    expect(slots.map(({ energyKwh }) => energyKwh)).toEqual([3, 3, 3, 3]);
  });

  it('takes power below zero as none drawn, and passes over what is no number', () => {
    const points = [
      { atMs: 0, value: 8 },
      { atMs: 5 * MINUTE, value: Number.NaN },
      { atMs: 15 * MINUTE, value: -40 },
      { atMs: 30 * MINUTE, value: 8 },
    ];
    const { slots, faults } = energySlots(points, { quantity: 'power' }, range);
    expect(slots.map(({ energyKwh }) => Number(energyKwh.toFixed(9)))).toEqual([1, 1]);
    expect(faults).toEqual({ ...noFaults(), notFiniteCount: 1, negativeCount: 1, resetCount: 0, dipCount: 0 });
  });
});
