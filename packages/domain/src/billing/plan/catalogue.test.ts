import { describe, expect, it } from '@jest/globals';
import { PLANS } from './catalogue.js';
import { METERS } from './meter.js';
import { PLAN_IDS, PROMISES } from './plan.js';

const ladder = PLAN_IDS.map((id) => PLANS[id]);
const paid = ladder.filter(({ id }) => id !== 'trial');

describe('the catalogue of plans', () => {
  it('gives a dearer plan nothing less of anything', () => {
    for (const [index, plan] of paid.slice(1).entries()) {
      const below = paid[index]!;
      expect(plan.monthly.amountMinor).toBeGreaterThan(below.monthly.amountMinor);
      for (const quota of [...METERS, ...PROMISES]) expect(plan.quotas[quota]).toBeGreaterThanOrEqual(below.quotas[quota]);
    }
  });

  it('has whole fen and whole quotas everywhere', () => {
    for (const { monthly, quotas, overage } of ladder) {
      const numbers = [monthly.amountMinor, ...Object.values(quotas), ...Object.values(overage).flatMap(({ price, per }) => [price.amountMinor, per])];
      expect(numbers.filter((value) => !Number.isSafeInteger(value) || value < 0)).toEqual([]);
    }
  });

  it('lets nobody run up a bill in a trial', () => {
    expect([PLANS.trial.monthly.amountMinor, Object.keys(PLANS.trial.overage)]).toEqual([0, []]);
  });

  it('shows the standard plan in the trial', () => {
    expect(PLANS.trial.quotas).toEqual(PLANS.standard.quotas);
  });
});
