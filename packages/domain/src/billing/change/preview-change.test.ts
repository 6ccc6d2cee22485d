import { cny, DAY_MS } from '@tenon/kernel';
import { describe, expect, it } from '@jest/globals';
import { Draws } from '../../simulation/random.js';
import { feeLine } from '../invoice/fee-line.js';
import { monthOf } from '../month/calendar-month.js';
import { PLANS } from '../plan/catalogue.js';
import type { Plan } from '../plan/plan.js';
import { previewChange } from './preview-change.js';

const { trial, starter, standard, enterprise } = PLANS;
const day = (text: string): number => Date.parse(text) / DAY_MS;

describe('the bill before a change', () => {
  it('is a credit and a fee by the day on the way up, at once', () => {
    // 17 to 31 May are 15 of 31 days: 299.00 × 15/31 = 144.68 back, 999.00 × 15/31 = 483.39 due
    const preview = previewChange({ from: starter, to: standard, today: day('2026-05-17'), inUse: {} });
    expect(preview.lines.map(({ kind, planId, quantity, per, amount }) => [kind, planId, quantity, per, amount.amountMinor])).toEqual([
      ['credit', 'starter', 15, 31, -144_68],
      ['fee', 'standard', 15, 31, 483_39],
    ]);
    // 338.71 × 6/106 = 19.17
    expect(preview).toMatchObject({ direction: 'up', takesEffectOn: day('2026-05-17'), dueNow: cny(338_71), taxDueNow: cny(19_17), nextMonthly: cny(999_00) });
  });

  it('has no credit out of a trial', () => {
    const preview = previewChange({ from: trial, to: starter, today: day('2026-02-28'), inUse: {} });
    expect(preview.lines.map(({ kind, amount }) => [kind, amount.amountMinor])).toEqual([['fee', 10_68]]);
  });

  it('costs nothing on the way down, when the paid month is over', () => {
    const preview = previewChange({ from: standard, to: starter, today: day('2026-12-31'), inUse: {} });
    expect(preview).toMatchObject({ direction: 'down', takesEffectOn: day('2027-01-01'), lines: [], dueNow: cny(0), taxDueNow: cny(0), nextMonthly: cny(299_00) });
  });

  it('says what is too much for the other plan, and what must go first', () => {
    const preview = previewChange({ from: standard, to: starter, today: day('2026-12-31'), inUse: { devices: 12, members: 6, apps: 3, pointsADay: 1e9 } });
    expect(preview.shortfalls).toEqual([
      { meter: 'devices', used: 12, quota: 10, isSold: true },
      { meter: 'members', used: 6, quota: 5, isSold: false },
    ]);
    expect(preview.isHindered).toBe(true);
    expect(previewChange({ from: standard, to: starter, today: 20_000, inUse: { devices: 12 } }).isHindered).toBe(false);
  });

  it.each([
    [starter, starter, 'PLAN.SAME'],
    [starter, trial, 'PLAN.TRIAL_IS_OVER'],
    [trial, trial, 'PLAN.SAME'],
  ])('is refused: %#', (from, to, code) => {
    expect(() => previewChange({ from, to, today: 20_000, inUse: {} })).toThrow(expect.objectContaining({ kind: 'conflict', code }));
  });
});

/** The month day by day: a plan's fen of each day by counting up, one fen whenever the running rest reaches half. */
function dailyFen(monthlyFen: number, days: number): number[] {
  let charged = 0;
  return Array.from({ length: days }, (_, index) => {
    let today = 0;
    while ((charged + 1) * 2 * days <= monthlyFen * (index + 1) * 2 + days) {
      charged += 1;
      today += 1;
    }
    return today;
  });
}

describe('any number of changes upwards in a month', () => {
  it('costs each day once, by the plan of that day, to the fen', () => {
    const draws = new Draws(13, 1, 1);
    for (let round = 0; round < 60; round += 1) {
      const month = monthOf(Math.floor(draws.between(20_400, 22_000)));
      const days = month.afterLastDay - month.firstDay;
      const ladder = [starter, standard, enterprise].map((plan): Plan => ({ ...plan, monthly: cny(plan.monthly.amountMinor + Math.floor(draws.between(0, 9_999))) }));
      const changes = [0, 1].map(() => month.firstDay + Math.floor(draws.between(0, days))).sort((a, b) => a - b);
      const lines = [
        feeLine(ladder[0]!, month, month.firstDay),
        ...changes.flatMap((today, index) => previewChange({ from: ladder[index]!, to: ladder[index + 1]!, today, inUse: {} }).lines),
      ];
      const byDay = Array.from({ length: days }, (_, index) => {
        const step = changes.filter((today) => today <= month.firstDay + index).length;
        return dailyFen(ladder[step]!.monthly.amountMinor, days)[index]!;
      });
      expect(lines.reduce((sum, { amount }) => sum + amount.amountMinor, 0)).toBe(byDay.reduce((sum, fen) => sum + fen, 0));
    }
  });
});
