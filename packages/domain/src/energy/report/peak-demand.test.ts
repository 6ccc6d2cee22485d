import { describe, expect, it } from '@jest/globals';
import { peakDemand } from './peak-demand.js';

const QUARTER = 900_000;
const range = { fromMs: 0, toMs: 4 * QUARTER };

describe('peak demand', () => {
  it('is the highest mean of a quarter-hour, 39.295 kWh being 157.18 kW, and the first of equals', () => {
    const slots = [
      { startMs: 2 * QUARTER, energyKwh: 39.295 },
      { startMs: QUARTER, energyKwh: 39.295 },
      { startMs: 0, energyKwh: 12 },
      { startMs: 4 * QUARTER, energyKwh: 80 },
    ];
    expect(peakDemand(slots, range)).toEqual({ powerKw: 157.18, startMs: QUARTER });
  });

  it('does not blow up a slot known in part', () => {
    expect(peakDemand([{ startMs: 0, energyKwh: 5, coveredMs: 60_000 }], range)?.powerKw).toBe(20);
  });
});
