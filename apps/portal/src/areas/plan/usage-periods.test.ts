import { expect, it } from '@jest/globals';
import { usagePeriods } from './usage-periods';

it('has every day of the month, what was read, and what is still expected', () => {
  const month = { monthFrom: '2026-02-01', monthTo: '2026-02-28' };
  const days = [{ date: '2026-02-02', quantity: 5 }, { date: '2026-02-03', quantity: 4 }];
  const forecast = { days: [{ date: '2026-02-02', quantity: 5 }, { date: '2026-02-03', quantity: 10 }, { date: '2026-02-28', quantity: 7 }] };
  const periods = usagePeriods({ days, forecast }, month);
  expect(periods).toHaveLength(28);
  expect(periods.slice(0, 3)).toEqual([{ date: '2026-02-01', used: 0, expected: 0 }, { date: '2026-02-02', used: 5, expected: 0 }, { date: '2026-02-03', used: 4, expected: 6 }]);
  expect(periods.at(-1)).toEqual({ date: '2026-02-28', used: 0, expected: 7 });
  expect(usagePeriods({ days, forecast: null }, month).map(({ expected }) => expected).every((expected) => expected === 0)).toBe(true);
});
