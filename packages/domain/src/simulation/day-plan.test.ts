import { describe, expect, it } from '@jest/globals';
import { planDay } from './day-plan.js';
import { CHANGEOVER } from './machine-state.js';
import { dayOf } from './plant-calendar.js';
import { MOULDING_PROFILES, type MouldingProfile } from './profiles.js';

const DAY = dayOf(Date.UTC(2025, 2, 3, 4));
const plan = (day: number) => planDay({ seed: 5, profile: MOULDING_PROFILES[7] as MouldingProfile, outOfServiceFromMinute: Infinity }, day);

describe('planDay', () => {
  it('leaves a mould on the machine until it is changed, overnight and over Sundays', () => {
    const plans = Array.from({ length: 60 }, (_, i) => plan(DAY + i));
    const nights = plans.slice(1).map((day, i) => [plans[i]?.moulds.at(-1), day.moulds[0]]);
    expect(nights.filter(([evening, morning]) => evening !== morning)).toEqual([]);
    expect(new Set(plans.flatMap(({ moulds }) => [...moulds])).size).toBeGreaterThan(3);
  });

  it('changes the mould in a changeover', () => {
    let changes = 0;
    for (let i = 0; i < 60; i += 1) {
      const { moulds, states } = plan(DAY + i);
      for (let m = 1; m < moulds.length; m += 1) {
        if (moulds[m] === moulds[m - 1]) continue;
        changes += 1;
        expect(states[m]).toBe(CHANGEOVER);
      }
    }
    expect(changes).toBeGreaterThan(10);
  });

  it('depends on the day alone, not on what was planned before', () => {
    const later = plan(DAY + 30);
    plan(DAY);
    expect(plan(DAY + 30)).toEqual(later);
  });
});
