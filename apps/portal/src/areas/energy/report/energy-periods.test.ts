import { describe, expect, it } from '@jest/globals';
import { groupDays, sumOfDays, type DayRow } from './energy-periods';

function day(startOn: string, energyKwh: number): DayRow {
  return { startOn, from: `${startOn}T00:00:00+08:00`, energyKwh, costMinor: energyKwh * 70, carbonKg: energyKwh / 2, peakKwh: energyKwh, flatKwh: 0, valleyKwh: 0 };
}

const days = [day('2026-02-27', 1), day('2026-02-28', 2), day('2026-03-01', 4), day('2026-03-02', 8)];

describe('groupDays', () => {
  it('leaves days as they are', () => {
    expect(groupDays(days, 'day').map(({ startOn, energyKwh }) => [startOn, energyKwh])).toEqual(days.map((d) => [d.startOn, d.energyKwh]));
  });

  it('adds up weeks from Monday, cut to the range', () => {
    expect(groupDays(days, 'week').map(({ startOn, endOn, energyKwh }) => [startOn, endOn, energyKwh])).toEqual([
      ['2026-02-27', '2026-03-01', 7],
      ['2026-03-02', '2026-03-02', 8],
    ]);
  });

  it('adds up months', () => {
    expect(groupDays(days, 'month')).toMatchObject([
      { startOn: '2026-02-27', endOn: '2026-02-28', energyKwh: 3, costMinor: 210, carbonKg: 1.5, peakKwh: 3 },
      { startOn: '2026-03-01', endOn: '2026-03-02', energyKwh: 12 },
    ]);
  });
});

describe('sumOfDays', () => {
  it('takes the days that start within', () => {
    const from = Date.parse('2026-02-28T00:00:00+08:00');
    expect(sumOfDays(days, from, from + 2 * 86_400_000)).toEqual({ energyKwh: 6, costMinor: 420, carbonKg: 3 });
  });
});
