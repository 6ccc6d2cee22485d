import { describe, expect, it } from '@jest/globals';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@tenon/kernel';
import { mouldingMachine } from './moulding-machine.js';
import { MOULDING_PROFILES } from './profiles.js';

const FROM = Date.parse('2025-03-05T00:00+08:00');

/** Energy by the trapezoidal rule on reported power, and by the difference of the reported meter. */
function balance(number: number, fromMs: number, toMs: number, stepMs: number): { integralKwh: number; meterKwh: number } {
  const profile = MOULDING_PROFILES[number - 1];
  if (!profile) throw new Error('there is such a machine');
  const samples = [...mouldingMachine({ seed: 'shop', profile }).history({ fromMs, toMs: toMs + 1 }, stepMs)].map(({ values }) => values);
  const powers = samples.map(({ power_kw }) => power_kw);
  const meter = samples.map(({ energy_kwh }) => energy_kwh);
  const ends = ((powers[0] ?? NaN) + (powers.at(-1) ?? NaN)) / 2;
  const sum = powers.slice(1, -1).reduce((total, power) => total + power, ends);
  return { integralKwh: sum * (stepMs / HOUR_MS), meterKwh: (meter.at(-1) ?? NaN) - (meter[0] ?? NaN) };
}

describe('the meter agrees with the power', () => {
  it.each(MOULDING_PROFILES.map((_, index) => index + 1))('of machine %i over a day in minutes, to one per cent', (number) => {
    const { integralKwh, meterKwh } = balance(number, FROM, FROM + 24 * HOUR_MS, MINUTE_MS);
    expect(meterKwh).toBeGreaterThan(1);
    expect(Math.abs(integralKwh / meterKwh - 1)).toBeLessThan(0.01);
  });

  it.each([
    [17 * SECOND_MS, 24 * HOUR_MS, MINUTE_MS],
    [37 * SECOND_MS, 24 * HOUR_MS, MINUTE_MS],
    [9 * HOUR_MS + 3_210, HOUR_MS, 5 * SECOND_MS],
    [9 * HOUR_MS, 24 * HOUR_MS, 3 * MINUTE_MS],
  ])('from %i ms on for %i ms every %i ms', (offsetMs, lengthMs, stepMs) => {
    for (const number of [2, 5, 8]) {
      const { integralKwh, meterKwh } = balance(number, FROM + offsetMs, FROM + offsetMs + lengthMs, stepMs);
      expect(Math.abs(integralKwh / meterKwh - 1)).toBeLessThan(0.01);
    }
  });

  it('within the size of the machine', () => {
    const kwh = MOULDING_PROFILES.map((_, index) => balance(index + 1, FROM, FROM + 24 * HOUR_MS, MINUTE_MS).meterKwh);
    expect(kwh[0]).toBeGreaterThan(40);
    expect(kwh[0]).toBeLessThan(110);
    expect(kwh[7]).toBeGreaterThan(400);
    expect(kwh[7]).toBeLessThan(1_000);
  });
});
