import { cny, DAY_MS } from '@tenon/kernel';
import { describe, expect, it } from '@jest/globals';
import { Draws } from '../../simulation/random.js';
import { monthOf } from '../month/calendar-month.js';
import { PLANS } from '../plan/catalogue.js';
import { creditLine, feeLine } from './fee-line.js';
import { invoiceOf, isOverdue } from './invoice.js';
import { monthlyLines } from './monthly-lines.js';
import { taxesWithin } from './tax.js';

const today = Date.parse('2026-11-01') / DAY_MS;
const month = monthOf(today);

describe('the tax within', () => {
  it('is 6 of 106: of 106 yuan 6, of 299 yuan 16.92', () => {
    expect(taxesWithin([cny(106_00)])).toEqual([cny(6_00)]);
    expect(taxesWithin([cny(299_00)])).toEqual([cny(16_92)]);
  });

  it('adds up over lines to the tax of the whole, for any lines', () => {
    const draws = new Draws(14, 1, 1);
    for (let round = 0; round < 1_000; round += 1) {
      const amounts = Array.from({ length: Math.floor(draws.between(1, 12)) }, () => cny(Math.floor(draws.between(-90_000, 500_000))));
      const whole = amounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
      const taxes = taxesWithin(amounts).map(({ amountMinor }) => amountMinor);
      // Nearest to 6/106 of the whole: no further than half a fen, which is 53/106.
      expect(Math.abs(taxes.reduce((sum, tax) => sum + tax, 0) * 106 - whole * 6)).toBeLessThanOrEqual(53);
      for (const [index, tax] of taxes.entries()) expect(Math.abs(tax * 106 - amounts[index]!.amountMinor * 6)).toBeLessThan(106);
    }
  });
});

describe('an invoice', () => {
  const invoice = invoiceOf('TN-202611-000042', today, [creditLine(PLANS.starter, month, today + 9), feeLine(PLANS.standard, month, today + 9)]);

  it('numbers its lines, and its three sums add up', () => {
    expect(invoice.lines.map(({ lineNo, kind, amount, tax }) => [lineNo, kind, amount.amountMinor, tax.amountMinor])).toEqual([
      [1, 'credit', -209_30, -11_85],
      [2, 'fee', 699_30, 39_59],
    ]);
    expect([invoice.gross, invoice.tax, invoice.net].map(({ amountMinor }) => amountMinor)).toEqual([490_00, 27_74, 462_26]);
  });

  it('is late from the day after the fifteenth, while something is owed', () => {
    expect(isOverdue(invoice, cny(1), today + 15)).toBe(false);
    expect(isOverdue(invoice, cny(1), today + 16)).toBe(true);
    expect(isOverdue(invoice, cny(0), today + 16)).toBe(false);
    expect(isOverdue(invoice, cny(-5), today + 16)).toBe(false);
  });
});

describe('the lines of a month', () => {
  const rest = { firstDay: today, past: [], readings: [], localTimeOf: () => ({ localDay: today, minuteOfDay: 0 }) };
  it('are the fee in advance', () => expect(monthlyLines({ ...rest, plan: PLANS.starter })).toMatchObject([{ kind: 'fee', quantity: 30, amount: cny(299_00) }]));
  it('are none in a trial, or without a plan', () => {
    expect(monthlyLines({ ...rest, plan: PLANS.trial })).toEqual([]);
    expect(monthlyLines({ ...rest, plan: null })).toEqual([]);
  });
});
