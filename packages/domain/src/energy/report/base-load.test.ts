import { describe, expect, it } from '@jest/globals';
import { baseLoad } from './base-load.js';

const QUARTER = 900_000;
const range = { fromMs: 0, toMs: 1_000 * QUARTER };

describe('base load', () => {
  it('is the 5th of 100 powers 4, 8 … 400 kW, whatever their order: 20 kW of a mean of 202', () => {
    const slots = Array.from({ length: 100 }, (_, index) => ({ startMs: index * QUARTER, energyKwh: ((index * 37) % 100) + 1 }));
    expect(baseLoad(slots, range)).toEqual({ powerKw: 20, share: 20 / 202 });
  });

  it('is not brought down by a short power cut', () => {
    const slots = Array.from({ length: 100 }, (_, index) => ({ startMs: index * QUARTER, energyKwh: index < 4 ? 0 : 3 }));
    expect(baseLoad(slots, range)?.powerKw).toBe(12);
  });

  it('asks for a day: 95 slots, or 96 of which one is known in part, are too few', () => {
    const slots = Array.from({ length: 96 }, (_, index) => ({ startMs: index * QUARTER, energyKwh: 1 }));
    expect(baseLoad(slots, range)).toEqual({ powerKw: 4, share: 1 });
    expect(baseLoad(slots.slice(1), range)).toBeNull();
    expect(baseLoad([{ ...slots[0]!, coveredMs: 0.89 * QUARTER }, ...slots.slice(1)], range)).toBeNull();
    expect(baseLoad(slots, { fromMs: QUARTER, toMs: range.toMs })).toBeNull();
  });

  it('is zero, and no part of anything, where nothing was used', () => {
    const slots = Array.from({ length: 96 }, (_, index) => ({ startMs: index * QUARTER, energyKwh: 0 }));
    expect(baseLoad(slots, range)).toEqual({ powerKw: 0, share: 0 });
  });
});
