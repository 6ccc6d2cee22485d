import { describe, expect, it } from '@jest/globals';
import { readPlan, stageOf, type CampaignPlan, type Stage } from './plan.js';

const stage = (upTo: number, unit: Stage['unit'] = 'percent'): Stage => ({ upTo, unit, updatedPercent: 100, waitMinutes: 0 });
const plan = (more: Partial<CampaignPlan>): CampaignPlan => ({ stages: [stage(100)], pauseAfterFailures: null, pausePercent: 10, timeoutMinutes: 60, retries: 1, ...more });

describe('a plan', () => {
  it.each([[[stage(100)]], [[stage(1, 'machines'), stage(10), stage(50), stage(100)]]])('of %j is taken', (stages) => expect(readPlan(plan({ stages })).stages).toBe(stages));

  it.each([[[]], [[stage(50)]], [[stage(50), stage(50), stage(100)]], [[stage(5, 'machines')]], [[stage(0), stage(100)]], [[stage(101)]], [[{ ...stage(100), updatedPercent: 101 }]], [Array.from({ length: 11 }, (_, n) => stage(90 + n))]])('of %j is none', (stages) => {
    expect(() => readPlan(plan({ stages }))).toThrow(expect.objectContaining({ code: 'CAMPAIGN.STAGES' }));
  });

  it.each([{ pauseAfterFailures: 0 }, { pausePercent: 101 }, { timeoutMinutes: 0 }, { timeoutMinutes: 1.5 }, { retries: -1 }, { retries: 11 }])('with %j is none', (odd) => {
    expect(() => readPlan(plan(odd))).toThrow(expect.objectContaining({ code: 'CAMPAIGN.LIMITS' }));
  });
});

it('each machine has its turn in one stage, shares rounded up, all of them in the last', () => {
  const stages = [stage(1, 'machines'), stage(10), stage(50), stage(100)];
  const turns = (total: number): number[] => Array.from({ length: total }, (_, place) => stageOf(stages, total, place));
  expect(turns(21)).toEqual([0, 1, 1, ...Array(8).fill(2), ...Array(10).fill(3)]);
  // The first 10 % of five machines is one, which was had already: that stage is of nobody.
  expect(turns(5)).toEqual([0, 2, 2, 3, 3]);
  expect(turns(1)).toEqual([0]);
});
