import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_EMISSION_FACTOR, energyReport, energySlots, EXAMPLE_TARIFF, neededMarginMs } from '@tenon/domain/energy';
import type { EnergyMetric, EnergyPoint, EnergyReport, Tariff } from '@tenon/domain/energy';
import { csvPoints } from './csv-points.js';
import { csvTotals } from './csv-totals.js';
import type { CsvTotals } from './csv-totals.js';
import { madeYearCsv } from './made-year-csv.js';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const QUARTER_HOURS: EnergyMetric = { quantity: 'interval', intervalMs: 900_000, stampMarks: 'end' };
const measuredFile = fileURLToPath(
  new URL('../../../../../shared/data/steel-plant-energy/Steel_industry_data.csv', import.meta.url),
);
const inYear = (year: number) => ({
  fromMs: Date.UTC(year, 0, 1) - SHANGHAI_OFFSET_MS,
  toMs: Date.UTC(year + 1, 0, 1) - SHANGHAI_OFFSET_MS,
});

function reportOf(points: readonly EnergyPoint[], metric: EnergyMetric, year: number, tariff: Tariff = EXAMPLE_TARIFF): EnergyReport {
  const range = inYear(year);
  return energyReport({
    slots: energySlots(points, metric, range).slots,
    tariff,
    kgCo2PerKwh: DEFAULT_EMISSION_FACTOR.kgCo2PerKwh,
    timeZone: 'Asia/Shanghai',
    range,
    period: 'month',
  });
}

/** The hours of the example tariff once more, written apart from it. */
function bandOf(startMinute: number): string {
  const hour = Math.floor(startMinute / 60);
  if (hour < 6 || hour >= 22) return 'valley';
  return (hour >= 8 && hour < 11) || (hour >= 18 && hour < 21) ? 'peak' : 'flat';
}

/** Peak 8–11 and 18–21, valley until 8, flat otherwise. */
const DOCUMENTED_HOURS: Tariff['hours'] = [
  { fromMinute: 0, toMinute: 480, band: 'valley' },
  { fromMinute: 480, toMinute: 660, band: 'peak' },
  { fromMinute: 660, toMinute: 1080, band: 'flat' },
  { fromMinute: 1080, toMinute: 1260, band: 'peak' },
  { fromMinute: 1260, toMinute: 1440, band: 'flat' },
];

const plainTotals = (lines: Iterable<string>): CsvTotals => csvTotals(lines, bandOf);

function expectSame({ total, buckets, coverage }: EnergyReport, expected: CsvTotals): void {
  expect(total.energyKwh).toBe(expected.yearHundredths / 100);
  expect(buckets.map(({ energyKwh }) => energyKwh)).toEqual(expected.monthHundredths.map((hundredths) => hundredths / 100));
  expect(Object.fromEntries(total.bands.map(({ band, energyKwh }) => [band, Math.round(energyKwh * 100)]))).toEqual(
    expected.bandHundredths,
  );
  expect(coverage).toMatchObject({ slotWithDataCount: expected.rowCount, slotCount: expected.rowCount, share: 1 });
}

describe('the energy report of a made year', () => {
  const madeYears = [
    { year: 2018, seed: 20_180_101 },
    { year: 2024, seed: 3 },
  ];

  it.each(madeYears)('agrees with the plain totals to the hundredth of a kWh, %p', (madeYear) => {
    const points = csvPoints(madeYearCsv(madeYear), SHANGHAI_OFFSET_MS);
    expectSame(reportOf(points, QUARTER_HOURS, madeYear.year), plainTotals(madeYearCsv(madeYear)));
  });

  it('agrees when the same year is read from a running counter', () => {
    const madeYear = madeYears[0]!;
    let register = 0;
    const readings = csvPoints(madeYearCsv(madeYear), SHANGHAI_OFFSET_MS).map(({ atMs, value }) => {
      register += Math.round(value * 100);
      return { atMs, value: register / 100 };
    });
    const installed = { atMs: inYear(madeYear.year).fromMs, value: 0 };
    expectSame(reportOf([installed, ...readings], { quantity: 'counter' }, madeYear.year), plainTotals(madeYearCsv(madeYear)));
  });

  it('agrees when each month is read by itself, with its margin only', () => {
    const points = csvPoints(madeYearCsv(madeYears[0]!), SHANGHAI_OFFSET_MS);
    const margin = neededMarginMs(QUARTER_HOURS);
    const months = reportOf(points, QUARTER_HOURS, 2018).buckets.map(({ range }) => {
      const read = points.filter(({ atMs }) => atMs >= range.fromMs - margin && atMs <= range.toMs + margin);
      const { slots } = energySlots(read, QUARTER_HOURS, range);
      return Math.round(slots.reduce((sum, { energyKwh }) => sum + energyKwh, 0) * 100);
    });
    expect(months).toEqual(plainTotals(madeYearCsv(madeYears[0]!)).monthHundredths);
  });
});

const measured = existsSync(measuredFile) ? it : it.skip;

describe('the energy report of a measured year', () => {
  measured('gives the steel plant of 2018 its 959 636.71 kWh, each month and band (skipped where ../shared has no copy)', () => {
    const lines = readFileSync(measuredFile, 'utf8').split('\n');
    const report = reportOf(csvPoints(lines, SHANGHAI_OFFSET_MS), QUARTER_HOURS, 2018);
    expectSame(report, plainTotals(lines));
    expect(report.total.energyKwh).toBe(959_636.71);
    expect(report.buckets.map(({ energyKwh }) => energyKwh)).toEqual([
      126_238.29, 91_497.34, 80_230.41, 78_769.8, 79_059.28, 65_404.64, 81_674.41, 68_559.43, 57_883.07, 84_665.65, 86_217.61,
      59_436.78,
    ]);
    expect(report.total.bands.map(({ band, energyKwh }) => [band, energyKwh])).toEqual([
      ['peak', 398_366.13],
      ['flat', 493_100.64],
      ['valley', 68_169.94],
    ]);
    // 446 170.0656 + 345 170.448 + 23 859.479 yuan, each rounded to the fen
    expect(report.total.bands.map(({ cost }) => cost.amountMinor)).toEqual([44_617_007, 34_517_045, 2_385_948]);
    expect(report.total.cost.amountMinor).toBe(81_520_000);
    expect(report.peakDemand?.powerKw).toBeCloseTo(4 * 157.18, 9);
  });

  measured('gives it the bands that docs/replay.md prints, by the hours it names (skipped where ../shared has no copy)', () => {
    const points = csvPoints(readFileSync(measuredFile, 'utf8').split('\n'), SHANGHAI_OFFSET_MS);
    const { total } = reportOf(points, QUARTER_HOURS, 2018, { ...EXAMPLE_TARIFF, hours: DOCUMENTED_HOURS });
    const printed = readFileSync(new URL('../../../../docs/replay.md', import.meta.url), 'utf8').matchAll(/\| (peak|flat|valley) \S+ \| ([\d,.]+) \|/g);
    expect(total.bands.map(({ band, energyKwh }) => [band, energyKwh])).toEqual([...printed].map(([, band, kwh = '']) => [band, Number(kwh.replaceAll(',', ''))]));
  });
});
