import { describe, expect, it } from '@jest/globals';
import { sumSlots } from './sum-slots.js';

const QUARTER = 900_000;

describe('several meters added up', () => {
  it('sums slot by slot in time order; one meter of two missing leaves the slot half covered', () => {
    const press = [
      { startMs: QUARTER, energyKwh: 2 },
      { startMs: 0, energyKwh: 1 },
    ];
    const furnace = [{ startMs: QUARTER, energyKwh: 5, coveredMs: 450_000, isEstimated: true }];
    expect(sumSlots([press, furnace])).toEqual([
      { startMs: 0, energyKwh: 1, coveredMs: 450_000, isEstimated: false },
      { startMs: QUARTER, energyKwh: 7, coveredMs: 675_000, isEstimated: true },
    ]);
  });

  it('is empty without meters', () => {
    expect(sumSlots([])).toEqual([]);
  });
});
