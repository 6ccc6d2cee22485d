import { describe, expect, it } from '@jest/globals';
import { changeOf, isEmptyReport, knownShare, peakShare, type EnergyReport } from './energy-answer';

const DAY_MS = 86_400_000;
const totals = { energyKwh: 300, costMinor: 21_600, carbonKg: 150 };

function report(changes: Partial<EnergyReport> = {}): EnergyReport {
  const periods = [0, 1, 2].map((n) => ({
    startOn: `1970-01-0${n + 1}`,
    from: new Date(n * DAY_MS).toISOString(),
    energyKwh: 100 + n,
    costMinor: 7_200,
    carbonKg: 50,
    peakKwh: 60,
    flatKwh: 30,
    valleyKwh: 10,
  }));
  return { totals, periods, coverage: 1, bands: [{ band: 'PEAK', energyKwh: 183, costMinor: 1, share: 0.61 }], ...changes } as EnergyReport;
}

describe('changeOf', () => {
  const whole = { current: { fromMs: 0, toMs: 3 * DAY_MS }, before: { fromMs: -3 * DAY_MS, toMs: 0 }, isSoFar: false };

  it('compares whole spans by their totals', () => {
    const change = changeOf(report(), 1, whole, { totals: { energyKwh: 250, costMinor: 20_000, carbonKg: 150 }, coverage: 1 });
    expect(change?.energy).toBeCloseTo(0.2, 12);
    expect(change?.cost).toBeCloseTo(0.08, 12);
    expect(change?.carbon).toBe(0);
  });

  it('compares a running span by its complete days', () => {
    const soFar = { ...whole, current: { fromMs: 0, toMs: 2 * DAY_MS }, isSoFar: true };
    expect(changeOf(report(), 1, soFar, { totals: { energyKwh: 201, costMinor: 14_400, carbonKg: 50 }, coverage: 1 })).toEqual({ energy: 0, cost: 0, carbon: 1 });
  });

  it('says nothing about gaps', () => {
    expect(changeOf(report(), 0.8, whole, { totals, coverage: 1 })).toBeNull();
    expect(changeOf(report(), 1, whole, { totals, coverage: 0.5 })).toBeNull();
  });

  it('says nothing against zero', () => {
    expect(changeOf(report(), 1, whole, { totals: { energyKwh: 0, costMinor: 0, carbonKg: 0 }, coverage: 1 })).toEqual({ energy: null, cost: null, carbon: null });
  });
});

describe('knownShare', () => {
  it('does not call hours to come a gap', () => {
    expect(knownShare({ fromMs: 0, toMs: 4 * DAY_MS }, 0.5, 2 * DAY_MS)).toBe(1);
    expect(knownShare({ fromMs: 0, toMs: 4 * DAY_MS }, 0.5, 10 * DAY_MS)).toBe(0.5);
    expect(knownShare({ fromMs: 10, toMs: 20 }, 0, 5)).toBe(0);
  });
});

describe('peakShare', () => {
  it('is the share of the peak band, or null without energy', () => {
    expect(peakShare(report())).toBe(0.61);
    expect(peakShare(report({ bands: [] }))).toBe(0);
    expect(peakShare(report({ totals: { ...totals, energyKwh: 0 } }))).toBeNull();
  });
});

describe('isEmptyReport', () => {
  it('tells no data from no use', () => {
    expect(isEmptyReport(report())).toBe(false);
    expect(isEmptyReport(report({ coverage: 0.2, totals: { ...totals, energyKwh: 0 } }))).toBe(false);
    expect(isEmptyReport(report({ coverage: 0, totals: { ...totals, energyKwh: 0 } }))).toBe(true);
  });
});
