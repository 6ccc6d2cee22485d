import { describe, expect, it } from '@jest/globals';
import type { EnergySlot } from '../slots/slot.js';
import { EXAMPLE_TARIFF } from '../tariff/example-tariff.js';
import { energyReport } from './energy-report.js';

const QUARTER = 900_000;
const at = Date.parse;
const FRIDAY = at('2024-03-01T00:00:00+08:00');
const SATURDAY = at('2024-03-02T00:00:00+08:00');
const slots: EnergySlot[] = Array.from({ length: 192 }, (_, index) => ({
  startMs: FRIDAY + index * QUARTER,
  energyKwh: index < 96 ? 4 : 1,
}));

/**
 * Friday 16 kW and Saturday 4 kW throughout, under the example tariff: 24 slots of peak at 1.12, 40 of flat at 0.70 and 32 of
 * valley at 0.35 yuan per kWh a day. Friday 96, 160 and 128 kWh: 107.52 + 112.00 + 44.80 = 264.32 yuan; Saturday a quarter.
 */
describe('two days reckoned by hand', () => {
  const range = { fromMs: FRIDAY, toMs: SATURDAY + 96 * QUARTER };
  const input = { slots, tariff: EXAMPLE_TARIFF, kgCo2PerKwh: 0.5306, timeZone: 'Asia/Shanghai', range };
  const report = energyReport({ ...input, period: 'day' });

  it('totals energy, cost and carbon', () => {
    expect(report.total.energyKwh).toBe(480);
    expect(report.total.cost).toEqual({ amountMinor: 33_040, currency: 'CNY' });
    expect(report.total.carbonKg).toBeCloseTo(254.688, 9);
  });

  it('splits them by band, dearest first, only the bands of the tariff', () => {
    expect(report.total.bands.map(({ band, energyKwh, cost, share }) => [band, energyKwh, cost.amountMinor, share])).toEqual([
      ['peak', 120, 13_440, 0.25],
      ['flat', 200, 14_000, 200 / 480],
      ['valley', 160, 5_600, 160 / 480],
    ]);
    expect(report.total.bands[0]!.carbonKg).toBeCloseTo(63.672, 9);
  });

  it('splits them by day', () => {
    expect(report.buckets.map(({ startsOn, energyKwh, cost, coverage }) => [startsOn, energyKwh, cost.amountMinor, coverage])).toEqual(
      [
        ['2024-03-01', 384, 26_432, 1],
        ['2024-03-02', 96, 6_608, 1],
      ],
    );
    expect(report.buckets[1]!.bands.map(({ energyKwh, cost }) => [energyKwh, cost.amountMinor])).toEqual([
      [24, 2_688],
      [40, 2_800],
      [32, 1_120],
    ]);
  });

  it('draws weekdays and weekend days apart', () => {
    expect(report.loadCurve).toHaveLength(96);
    expect(report.loadCurve[95]).toEqual({ minuteOfDay: 1425, weekdayKw: 16, weekendKw: 4 });
  });

  it('finds the base load, 4 kW and so 192 of the 480 kWh, and the peak demand', () => {
    expect(report.baseLoad).toEqual({ powerKw: 4, share: 0.4 });
    expect(report.peakDemand).toEqual({ powerKw: 16, startMs: FRIDAY });
  });

  it('puts both days in one ISO week that began on Monday 26 February, and in March', () => {
    expect(energyReport({ ...input, period: 'week' }).buckets.map(({ startsOn, energyKwh }) => [startsOn, energyKwh])).toEqual([
      ['2024-02-26', 480],
    ]);
    expect(energyReport({ ...input, period: 'month' }).buckets[0]!.startsOn).toBe('2024-03-01');
  });

  it('leaves out what lies outside the range', () => {
    const friday = energyReport({ ...input, range: { fromMs: FRIDAY, toMs: SATURDAY }, period: 'day' });
    expect([friday.total.energyKwh, friday.peakDemand?.powerKw, friday.coverage.slotWithDataCount]).toEqual([384, 16, 96]);
    expect(friday.loadCurve[0]!.weekendKw).toBeNull();
  });
});
