import { describe, expect, it } from '@jest/globals';
import { limitsOn, planStretches } from './plan-stretches.js';
import type { LimitChange } from './plan-stretches.js';

const limit = (fromDay: number, cap: number | null, changedAtMs = fromDay): LimitChange => ({ meter: 'devices', cap, quota: null, fromDay, changedAtMs });
const choices = [
  { planId: 'starter', fromDay: 105, chosenAtMs: 1 },
  { planId: 'standard', fromDay: 110, chosenAtMs: 2 },
] as const;
const told = (limits: readonly LimitChange[]): unknown[] => planStretches(100, 120, { choices, limits }).map(({ plan, caps, fromDay, toDay }) => [plan.id, caps.devices ?? null, fromDay, toDay]);

describe('what a company had, stretch by stretch', () => {
  it('is cut at each change, and has no gap', () => {
    expect(told([limit(108, 12), limit(112, null)])).toEqual([
      ['trial', null, 100, 105],
      ['starter', null, 105, 108],
      ['starter', 12, 108, 110],
      ['standard', 12, 110, 112],
      ['standard', null, 112, 120],
    ]);
  });

  it('goes by the last of a day, in whatever order changes are read, and by what began before', () => {
    expect(told([limit(108, 14, 9), limit(108, 12, 8), limit(90, 11)])).toEqual([['trial', 11, 100, 105], ['starter', 11, 105, 108], ['starter', 14, 108, 110], ['standard', 14, 110, 120]]);
    expect(limitsOn(107, [limit(108, 14)])).toEqual([]);
  });

  it('has a quota that the office gave from its day on', () => {
    const [before, after] = planStretches(105, 109, { choices, limits: [{ ...limit(107, null), quota: 20 }] });
    expect([before?.plan.quotas.devices, after?.plan.quotas.devices]).toEqual([10, 20]);
  });
});
