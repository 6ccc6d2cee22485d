import { describe, expect, it } from '@jest/globals';
import type { Tariff } from '../tariff/tariff.js';
import { energyReport } from './energy-report.js';

const QUARTER = 900_000;
const fromMs = Date.parse('2024-10-26T22:00:00Z');
const toMs = Date.parse('2024-10-27T23:00:00Z');
const tariff: Tariff = {
  hours: [
    { fromMinute: 0, toMinute: 120, band: 'valley' },
    { fromMinute: 120, toMinute: 180, band: 'peak' },
    { fromMinute: 180, toMinute: 1440, band: 'flat' },
  ],
  yuanPer10000Kwh: { peak: 10_000, flat: 5_000, valley: 2_000 },
};

describe('the Sunday in Berlin on which 02:00–03:00 comes twice', () => {
  const slots = Array.from({ length: 100 }, (_, index) => ({ startMs: fromMs + index * QUARTER, energyKwh: index >= 12 ? 1 : 2 }));
  const report = energyReport({
    slots,
    tariff,
    kgCo2PerKwh: 0.4,
    timeZone: 'Europe/Berlin',
    range: { fromMs, toMs },
    period: 'day',
  });

  it('is one bucket of 100 slots', () => {
    expect(report.buckets.map(({ startsOn, energyKwh, coverage }) => [startsOn, energyKwh, coverage])).toEqual([['2024-10-27', 112, 1]]);
  });

  it('charges both passes of the hour at its band: 8 slots valley, 8 peak, 84 flat', () => {
    expect(report.total.bands.map(({ band, energyKwh, cost }) => [band, energyKwh, cost.amountMinor])).toEqual([
      ['peak', 12, 1_200], // 4 slots of 2 kWh, then 4 of 1 kWh
      ['flat', 84, 4_200],
      ['valley', 16, 320],
    ]);
  });

  it('draws the mean of both passes', () => {
    expect([7, 8, 12].map((quarter) => report.loadCurve[quarter]!.weekendKw)).toEqual([8, 6, 4]);
  });
});
