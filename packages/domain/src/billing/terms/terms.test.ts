import { describe, expect, it } from '@jest/globals';
import { PLANS } from '../plan/catalogue.js';
import { limitOf } from '../quota/caps.js';
import { termsOn, type PlanChoice } from './terms.js';

const choice = (planId: PlanChoice['planId'], fromDay: number, chosenAtMs = 0): PlanChoice => ({ planId, fromDay, chosenAtMs });

describe('what a company has on a day', () => {
  it('is the trial until it chooses', () => {
    expect(termsOn(100, [], [])).toEqual({ plan: PLANS.trial, caps: {}, since: null, next: null });
    expect(termsOn(100, [choice('starter', 101)], [])).toMatchObject({ plan: PLANS.trial, since: null, next: { planId: 'starter' } });
  });

  it('is the newest plan that has begun, whatever the order in which choices are read', () => {
    const choices = [choice('starter', 90), choice('enterprise', 131), choice('standard', 100)];
    for (const read of [choices, [...choices].reverse()]) {
      expect(termsOn(99, read, []).plan.id).toBe('starter');
      expect(termsOn(100, read, [])).toMatchObject({ plan: { id: 'standard' }, next: { planId: 'enterprise', fromDay: 131 } });
      expect(termsOn(131, read, [])).toMatchObject({ plan: { id: 'enterprise' }, next: null });
    }
  });

  it('is the later of two choices of one day', () => {
    const two = [choice('enterprise', 100, 2), choice('standard', 100, 1)];
    for (const read of [two, [...two].reverse()]) expect(termsOn(100, read, []).plan.id).toBe('enterprise');
  });

  it('has the quotas that the office gives, and the caps of the owner', () => {
    const { plan, caps } = termsOn(100, [choice('starter', 1)], [{ meter: 'devices', cap: 30, quota: 25 }, { meter: 'apps', cap: null, quota: 7 }, { meter: 'members', cap: 2, quota: null }]);
    expect(plan.quotas).toEqual({ ...PLANS.starter.quotas, devices: 25, apps: 7 });
    expect([limitOf(plan, caps, 'devices'), limitOf(plan, caps, 'apps'), limitOf(plan, caps, 'members')]).toEqual([30, 7, 2]);
    expect(PLANS.starter.quotas.devices).toBe(10);
  });
});
