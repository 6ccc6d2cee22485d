import { DAY_MS, cny } from '@tenon/kernel';
import { describe, expect, it } from '@jest/globals';
import { Draws } from '../../simulation/random.js';
import { isWeekend as energyIsWeekend } from '../../energy/index.js';
import { daysIn, monthOf } from './calendar-month.js';
import { feeForDays } from './fee-for-days.js';
import { isWeekend } from './weekend.js';

const day = (text: string): number => Date.parse(text) / DAY_MS;

describe('a month of the company', () => {
  it.each([
    ['2026-02-28', 28],
    ['2028-02-01', 29],
    ['2026-04-30', 30],
    ['2026-12-31', 31],
  ])('of %s has %d days', (text, days) => expect(daysIn(monthOf(day(text)))).toBe(days));

  it('follows another without a gap, over the turn of years', () => {
    for (let today = day('2026-01-01'); today < day('2028-12-31'); today += 17) expect(monthOf(today, 1).firstDay).toBe(monthOf(today).afterLastDay);
    expect(monthOf(day('2026-12-05'), 1).firstDay).toBe(day('2027-01-01'));
    expect(monthOf(day('1969-12-31')).afterLastDay).toBe(0);
  });

  it('knows weekends as the reports of energy do', () => {
    for (let today = -20; today < 20_800; today += 1) expect(isWeekend(today)).toBe(energyIsWeekend(today));
  });
});

describe('the fee for days of a month', () => {
  const april = monthOf(day('2026-04-15'));

  it('is the fee for the whole of it and nothing for none of it', () => {
    expect(feeForDays(cny(299_00), april, april.firstDay, april.afterLastDay)).toEqual(cny(299_00));
    expect(feeForDays(cny(299_00), april, day('2026-04-07'), day('2026-04-07'))).toEqual(cny(0));
  });

  it('is by the day: 10 of 30 days of 299 yuan', () => {
    expect(feeForDays(cny(299_00), april, april.firstDay, day('2026-04-11'))).toEqual(cny(99_67));
  });

  it('refuses days of another month', () => {
    for (const [from, to] of [[-1, 5], [0, 31], [5, 4]] as const) {
      expect(() => feeForDays(cny(1), april, april.firstDay + from, april.firstDay + to)).toThrow(expect.objectContaining({ kind: 'bug' }));
    }
  });

  it('adds up to the fen however a month is cut, and no piece is a fen off its own', () => {
    const draws = new Draws(12, 1, 1);
    for (let round = 0; round < 1_000; round += 1) {
      const month = monthOf(Math.floor(draws.between(20_000, 22_000)));
      const monthly = cny(Math.floor(draws.between(0, 500_000)));
      const cuts = Array.from({ length: 4 }, () => Math.floor(draws.between(month.firstDay, month.afterLastDay + 1)));
      const edges = [month.firstDay, ...cuts, month.afterLastDay].sort((a, b) => a - b);
      const pieces = edges.slice(1).map((to, index) => ({ days: to - edges[index]!, fen: feeForDays(monthly, month, edges[index]!, to).amountMinor }));
      expect(pieces.reduce((sum, { fen }) => sum + fen, 0)).toBe(monthly.amountMinor);
      for (const { days, fen } of pieces) expect(Math.abs(fen - (monthly.amountMinor * days) / daysIn(month))).toBeLessThanOrEqual(1);
    }
  });
});
