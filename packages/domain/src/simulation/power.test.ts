import { describe, expect, it } from '@jest/globals';
import { planDay } from './day-plan.js';
import { RUNNING } from './machine-state.js';
import { mouldsOf } from './moulds.js';
import { DAY_MINUTES, dayOf } from './plant-calendar.js';
import { dayPower, powerWithin } from './power.js';
import { MOULDING_PROFILES, type MouldingProfile } from './profiles.js';

const DAY = dayOf(Date.UTC(2025, 2, 5, 4));
const profile = MOULDING_PROFILES[4] as MouldingProfile;
const context = { seed: 9, profile, moulds: mouldsOf(9, profile) };
const plans = [DAY, DAY + 1, DAY + 2].map((day) => planDay({ seed: 9, profile, outOfServiceFromMinute: Infinity }, day));
const [today, tomorrow, dayAfter] = plans as [(typeof plans)[0], (typeof plans)[0], (typeof plans)[0]];
const power = dayPower(context, today, tomorrow);

describe('a day of power', () => {
  it('has as energy its own integral, within each minute too', () => {
    for (const m of [...today.states.keys()].filter((minute) => minute % 60 === 7)) {
      const steps = 600;
      let integralKwh = 0;
      for (let n = 0; n < steps; n += 1) integralKwh += powerWithin(context, power, today, m, (n + 0.5) / steps).powerKw / steps / 60;
      expect(powerWithin(context, power, today, m, 1).energyKwh).toBeCloseTo(integralKwh, 7);
      expect((power.energyKwh[m + 1] ?? NaN) - (power.energyKwh[m] ?? NaN)).toBeCloseTo(integralKwh, 7);
      let halfKwh = 0;
      for (let n = 0; n < steps; n += 1) halfKwh += powerWithin(context, power, today, m, (0.4 * (n + 0.5)) / steps).powerKw * (0.4 / steps / 60);
      expect(powerWithin(context, power, today, m, 0.4).energyKwh).toBeCloseTo(halfKwh, 7);
    }
  });

  it('joins the next day', () => {
    expect(dayPower(context, tomorrow, dayAfter).knotsKw[0]).toBe(power.knotsKw[DAY_MINUTES]);
  });

  it('is higher while moulding than while waiting', () => {
    const mean = (isWanted: (state: number) => boolean) => {
      const kw = [...today.states.keys()].filter((m) => isWanted(today.states[m] ?? RUNNING)).map((m) => power.knotsKw[m] ?? NaN);
      return kw.reduce((sum, value) => sum + value, 0) / kw.length;
    };
    expect(mean((state) => state === RUNNING)).toBeGreaterThan(2.5 * mean((state) => state !== RUNNING));
  });
});
