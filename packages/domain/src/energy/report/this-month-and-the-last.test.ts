import { describe, expect, it } from '@jest/globals';
import { EXAMPLE_TARIFF } from '../tariff/example-tariff.js';
import { periodRange } from '../zone/period-range.js';
import { previousRange } from '../zone/previous-range.js';
import { answerFacts } from './answer-facts.js';
import { compareReports } from './compare-reports.js';
import { energyReport } from './energy-report.js';

const QUARTER = 900_000;
const ZONE = 'Asia/Shanghai';
const march = periodRange(ZONE, Date.parse('2024-03-15T12:00:00+08:00'), 'month');
const february = previousRange(ZONE, march);

const reportOf = (range: { fromMs: number; toMs: number }, energyKwh: number, known = 1) => {
  const count = Math.round(((range.toMs - range.fromMs) / QUARTER) * known);
  const slots = Array.from({ length: count }, (_, index) => ({ startMs: range.fromMs + index * QUARTER, energyKwh }));
  return energyReport({ slots, tariff: EXAMPLE_TARIFF, kgCo2PerKwh: 0.5, timeZone: ZONE, range, period: 'week' });
};

/** A day of 1 kWh a slot costs 66.08 yuan: 31 such days of March 2048.48, 29 days of February at half of it 958.16. */
describe('this month and the last', () => {
  const current = reportOf(march, 1);
  const previous = reportOf(february, 0.5);

  it('compares energy, cost and carbon', () => {
    const { energyKwh, costMinor, carbonKg, isComparable } = compareReports(current, previous);
    expect(energyKwh).toEqual({ current: 2_976, previous: 1_392, difference: 1_584, ratio: 1_584 / 1_392 });
    expect(costMinor).toEqual({ current: 204_848, previous: 95_816, difference: 109_032, ratio: 109_032 / 95_816 });
    expect(carbonKg.difference).toBe(792);
    expect(isComparable).toBe(true);
  });

  it('states the facts of the first sentence', () => {
    expect(answerFacts(current, previous)).toEqual({
      energyKwh: 2_976,
      cost: { amountMinor: 204_848, currency: 'CNY' },
      carbonKg: 1_488,
      peakShare: 0.25,
      costChangeRatio: 109_032 / 95_816,
      energyChangeRatio: 1_584 / 1_392,
      coverage: 1,
    });
  });

  it('takes the sharp hours for peak too: 08:00–11:00 and 18:00–21:00 are still a quarter of the day', () => {
    const hours = EXAMPLE_TARIFF.hours.map((stretch) => (stretch.fromMinute === 480 ? { ...stretch, band: 'sharp' as const } : stretch));
    const tariff = { hours, yuanPer10000Kwh: { ...EXAMPLE_TARIFF.yuanPer10000Kwh, sharp: 14_000 } };
    const slots = Array.from({ length: 96 }, (_, index) => ({ startMs: march.fromMs + index * QUARTER, energyKwh: 1 }));
    const report = energyReport({ slots, tariff, kgCo2PerKwh: 0.5, timeZone: ZONE, range: march, period: 'day' });
    expect(answerFacts(report, null).peakShare).toBe(0.25);
  });

  it('claims no change where the month before is known to less than nine tenths', () => {
    const patchy = reportOf(february, 0.5, 0.89);
    expect(compareReports(current, patchy).isComparable).toBe(false);
    expect(answerFacts(current, patchy)).toMatchObject({ costChangeRatio: null, energyChangeRatio: null });
    expect(answerFacts(current, reportOf(february, 0.5, 0.91)).costChangeRatio).toBeGreaterThan(1);
  });

  it('claims no change against nothing, and no share of nothing', () => {
    expect(answerFacts(current, null)).toMatchObject({ costChangeRatio: null, energyChangeRatio: null });
    expect(answerFacts(current, reportOf(february, 0)).costChangeRatio).toBeNull();
    expect(answerFacts(reportOf(march, 0), previous)).toMatchObject({ peakShare: null, costChangeRatio: -1 });
  });
});
