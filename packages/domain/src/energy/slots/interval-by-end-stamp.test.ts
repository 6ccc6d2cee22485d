import { describe, expect, it } from '@jest/globals';
import { energySlots } from './energy-slots.js';

const at = Date.parse;
const QUARTER_HOURS = { quantity: 'interval', intervalMs: 900_000, stampMarks: 'end' } as const;

describe('quarter-hour amounts stamped at their end', () => {
  const points = [
    { atMs: at('2018-01-01T00:00:00Z'), value: 9 }, // 23:45–24:00 of the day before
    { atMs: at('2018-01-01T00:15:00Z'), value: 3.17 },
    { atMs: at('2018-01-01T00:30:00Z'), value: 4 },
    { atMs: at('2018-01-01T00:45:00Z'), value: 3.24 }, // belongs to the slot after the range
  ];
  const range = { fromMs: at('2018-01-01T00:00:00Z'), toMs: at('2018-01-01T00:30:00Z') };

  it('counts each amount in the quarter-hour before its stamp', () => {
    expect(energySlots(points, QUARTER_HOURS, range).slots).toEqual([
      { startMs: at('2018-01-01T00:00:00Z'), energyKwh: 3.17, coveredMs: 900_000, isEstimated: false },
      { startMs: at('2018-01-01T00:15:00Z'), energyKwh: 4, coveredMs: 900_000, isEstimated: false },
    ]);
  });

  it('counts it in the quarter-hour after its stamp when the stamp marks the start', () => {
    const { slots } = energySlots(points, { ...QUARTER_HOURS, stampMarks: 'start' }, range);
    expect(slots.map(({ energyKwh }) => energyKwh)).toEqual([9, 3.17]);
  });

  it('leaves a missing quarter-hour out instead of calling it zero', () => {
    const { slots } = energySlots([points[2]!], QUARTER_HOURS, range);
    expect(slots.map(({ startMs }) => startMs)).toEqual([at('2018-01-01T00:15:00Z')]);
  });
});
