import { expect, it } from '@jest/globals';
import { PLANS } from '../plan/catalogue.js';
import type { PlanId } from '../plan/plan.js';
import { KEPT_ON_DAYS, keptDays } from './kept-days.js';

const TODAY = 20_500;
const chosen = (...plans: [planId: PlanId, daysAgo: number][]) => plans.map(([planId, daysAgo]) => ({ planId, fromDay: TODAY - daysAgo, chosenAtMs: 0 }));
const daysOf = (planId: PlanId): number => PLANS[planId].quotas.retentionDays;

it.each([
  ['nothing yet', chosen(), null],
  ['a plan a moment ago, after the trial', chosen(['starter', 0]), null],
  ['a plan just within the days', chosen(['starter', KEPT_ON_DAYS]), daysOf('starter')],
  ['a plan a day less', chosen(['starter', KEPT_ON_DAYS - 1]), null],
  ['a larger one since', chosen(['starter', 400], ['enterprise', 1]), daysOf('enterprise')],
  ['a smaller one since', chosen(['enterprise', 400], ['starter', 1]), daysOf('enterprise')],
  ['a smaller one, so long that it could have been taken back', chosen(['enterprise', 400], ['starter', KEPT_ON_DAYS]), daysOf('starter')],
  ['a smaller one to come', chosen(['enterprise', 400], ['starter', -1]), daysOf('enterprise')],
  ['an offer of plans for a day each', chosen(['starter', 300], ['enterprise', 20], ['standard', 19]), daysOf('enterprise')],
])('keeps readings by what a company chose: %s', (_, choices, days) => {
  expect(keptDays(TODAY, choices)).toBe(days);
});
