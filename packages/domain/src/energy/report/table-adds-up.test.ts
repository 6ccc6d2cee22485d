import { describe, expect, it } from '@jest/globals';
import type { Tariff } from '../tariff/tariff.js';
import { PERIODS } from '../zone/period.js';
import { energyReport } from './energy-report.js';

const QUARTER = 900_000;
const fromMs = Date.parse('2024-01-01T00:00:00+08:00');
const toMs = Date.parse('2024-04-01T00:00:00+08:00');
/** All five bands at prices to the last of their four decimals, and amounts with no round part. */
const tariff: Tariff = {
  hours: [
    { fromMinute: 0, toMinute: 135, band: 'deep' },
    { fromMinute: 135, toMinute: 480, band: 'valley' },
    { fromMinute: 480, toMinute: 1020, band: 'flat' },
    { fromMinute: 1020, toMinute: 1140, band: 'sharp' },
    { fromMinute: 1140, toMinute: 1440, band: 'peak' },
  ],
  yuanPer10000Kwh: { sharp: 13_337, peak: 10_021, flat: 6_879, valley: 3_113, deep: 1_999 },
};
const slots = Array.from({ length: (toMs - fromMs) / QUARTER }, (_, index) => ({
  startMs: fromMs + index * QUARTER,
  energyKwh: 1 / 3 + ((index * 7919) % 1009) / 97,
}));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const reports = PERIODS.map((period) =>
  energyReport({ slots, tariff, kgCo2PerKwh: 0.55, timeZone: 'Asia/Shanghai', range: { fromMs, toMs }, period }),
);

describe('a table of buckets and bands', () => {
  it.each(reports)('adds up to the fen down and across, by %#', ({ total, buckets }) => {
    for (const { bands, cost } of [total, ...buckets]) {
      expect(sum(bands.map((band) => band.cost.amountMinor))).toBe(cost.amountMinor);
    }
    for (const [position, band] of total.bands.entries()) {
      expect(sum(buckets.map(({ bands }) => bands[position]!.cost.amountMinor))).toBe(band.cost.amountMinor);
      expect(sum(buckets.map(({ bands }) => Math.round(bands[position]!.energyKwh * 1e6)))).toBe(Math.round(band.energyKwh * 1e6));
    }
    expect(sum(total.bands.map(({ share }) => share))).toBeCloseTo(1, 12);
  });

  it('has the same total however it is split', () => {
    const [byDay, byWeek, byMonth] = reports.map(({ total }) => total);
    expect(byWeek).toEqual(byDay);
    expect(byMonth).toEqual(byDay);
  });

  it('never moves a cost by a whole fen', () => {
    for (const { bands } of reports[0]!.buckets) {
      for (const { band, energyKwh, cost } of bands) {
        expect(Math.abs(cost.amountMinor - (energyKwh * tariff.yuanPer10000Kwh[band]!) / 100)).toBeLessThan(1);
      }
    }
  });

  it('names the bands dearest first', () => {
    expect(reports[0]!.total.bands.map(({ band }) => band)).toEqual(['sharp', 'peak', 'flat', 'valley', 'deep']);
  });
});
