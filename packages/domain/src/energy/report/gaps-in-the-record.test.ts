import { describe, expect, it } from '@jest/globals';
import type { EnergySlot } from '../slots/slot.js';
import { EXAMPLE_TARIFF } from '../tariff/example-tariff.js';
import { energyReport } from './energy-report.js';

const QUARTER = 900_000;
const DAY = 96 * QUARTER;
const MONDAY = Date.parse('2024-03-04T00:00:00+08:00');
const range = { fromMs: MONDAY, toMs: MONDAY + 3 * DAY };
const reportOf = (slots: readonly EnergySlot[]) =>
  energyReport({ slots, tariff: EXAMPLE_TARIFF, kgCo2PerKwh: 0.5, timeZone: 'Asia/Shanghai', range, period: 'day' });

describe('a record with gaps', () => {
  it('says how much is known: a quarter of Monday, nothing of Tuesday, half a slot of Wednesday', () => {
    const monday = Array.from({ length: 24 }, (_, index) => ({ startMs: MONDAY + index * QUARTER, energyKwh: 2, isEstimated: index < 4 }));
    const wednesday = { startMs: MONDAY + 2 * DAY, energyKwh: 3, coveredMs: QUARTER / 2 };
    const report = reportOf([wednesday, ...monday]);
    expect(report.coverage).toEqual({ slotCount: 288, slotWithDataCount: 25, estimatedSlotCount: 4, share: 24.5 / 288 });
    expect(report.buckets.map(({ energyKwh, coverage }) => [energyKwh, coverage])).toEqual([
      [48, 0.25],
      [0, 0],
      [3, 0.5 / 96],
    ]);
    // At midnight 2 kWh in a whole slot and 3 kWh in half a slot: 5 kWh in 22.5 minutes.
    expect(report.loadCurve[0]!.weekdayKw).toBeCloseTo(5 / 0.375, 12);
    expect(report.loadCurve[24]).toEqual({ minuteOfDay: 360, weekdayKw: null, weekendKw: null });
    expect(report.baseLoad).toBeNull();
    expect(report.peakDemand).toEqual({ powerKw: 12, startMs: MONDAY + 2 * DAY });
  });

  it('is all zero, and claims no peak, where nothing is known', () => {
    const { total, peakDemand, baseLoad, coverage } = reportOf([]);
    expect([total.energyKwh, total.cost.amountMinor, total.carbonKg]).toEqual([0, 0, 0]);
    expect(total.bands.map(({ share }) => share)).toEqual([0, 0, 0]);
    expect([peakDemand, baseLoad, coverage.share]).toEqual([null, null, 0]);
  });
});
