import { describe, expect, it } from '@jest/globals';
import { nextMove, type CampaignAsItIs, type StageCount } from './next-move.js';
import type { CampaignPlan } from './plan.js';

const NOW = new Date('2026-12-20T08:00:00Z');
const PLAN: CampaignPlan = {
  stages: [{ upTo: 1, unit: 'machines', updatedPercent: 100, waitMinutes: 10 }, { upTo: 50, unit: 'percent', updatedPercent: 80, waitMinutes: 0 }, { upTo: 100, unit: 'percent', updatedPercent: 90, waitMinutes: 0 }],
  pauseAfterFailures: 3,
  pausePercent: 20,
  timeoutMinutes: 60,
  retries: 0,
};
const stage = (counts: Partial<StageCount>): StageCount => ({ waiting: 0, underWay: 0, updated: 0, failed: 0, ...counts });
const campaign = (more: Partial<CampaignAsItIs>): CampaignAsItIs => ({ state: 'running', stage: 0, reachedAt: null, forgivenFailures: 0, counts: [stage({ waiting: 1 }), stage({ waiting: 9 }), stage({ waiting: 10 })], ...more });
const move = (more: Partial<CampaignAsItIs>, plan = PLAN) => nextMove(plan, campaign(more), NOW);

describe('a campaign that runs', () => {
  it('offers to its first stage alone', () => expect(move({})).toEqual({ kind: 'offer', upToStage: 0 }));
  it('waits for those under way', () => expect(move({ counts: [stage({ underWay: 1 }), stage({ waiting: 9 }), stage({})] })).toEqual({ kind: 'wait' }));
  it('notes when the share is reached, waits as long as was said, and goes on', () => {
    const counts = [stage({ updated: 1 }), stage({ waiting: 9 }), stage({ waiting: 10 })];
    expect(move({ counts })).toEqual({ kind: 'reached' });
    expect(move({ counts, reachedAt: new Date(NOW.getTime() - 599_999) })).toEqual({ kind: 'wait' });
    expect(move({ counts, reachedAt: new Date(NOW.getTime() - 600_000) })).toEqual({ kind: 'begin-stage', stage: 1 });
  });
  it('goes on at the share, though some are still under way', () => {
    const counts = [stage({ updated: 1 }), stage({ updated: 7, underWay: 2 }), stage({ waiting: 10 })];
    expect(move({ stage: 1, counts })).toEqual({ kind: 'reached' });
    expect(move({ stage: 1, counts: [stage({ updated: 1 }), stage({ updated: 6, underWay: 3 }), stage({ waiting: 10 })] })).toEqual({ kind: 'wait' });
  });
  it('pauses where all of a stage are settled and too few are updated', () => {
    const counts = [stage({ updated: 1 }), stage({ updated: 7, failed: 2 }), stage({ waiting: 10 })];
    expect(move({ stage: 1, counts })).toEqual({ kind: 'reached' });
    expect(move({ stage: 1, counts: [stage({ updated: 1 }), stage({ updated: 6, failed: 2, underWay: 0 }), stage({})] }, { ...PLAN, pausePercent: null })).toEqual({ kind: 'pause', because: 'share-not-reached' });
  });
  it('ends when all of the last stage are settled, and not before', () => {
    expect(move({ stage: 2, counts: [stage({ updated: 1 }), stage({ updated: 9 }), stage({ updated: 9, failed: 1 })] })).toEqual({ kind: 'end', state: 'done' });
    expect(move({ stage: 2, counts: [stage({ updated: 1 }), stage({ underWay: 1, updated: 8 }), stage({ updated: 10 })] })).toEqual({ kind: 'wait' });
  });
  it('passes a stage in which nobody takes part', () => {
    expect(move({ counts: [stage({}), stage({ waiting: 9 }), stage({})] })).toEqual({ kind: 'reached' });
  });
});

describe('failures', () => {
  it('pause it by their number, before anything more is offered', () => {
    expect(move({ stage: 2, counts: [stage({ updated: 1 }), stage({ updated: 97, failed: 3 }), stage({ waiting: 100 })] })).toEqual({ kind: 'pause', because: 'failures' });
    expect(move({ stage: 2, counts: [stage({ updated: 1 }), stage({ updated: 97, failed: 2 }), stage({ waiting: 100 })] })).toEqual({ kind: 'offer', upToStage: 2 });
  });
  it('pause it by their share, which is of the machines whose turn has come', () => {
    expect(move({ stage: 1, counts: [stage({ failed: 1 }), stage({ underWay: 3 }), stage({ waiting: 96 })] })).toEqual({ kind: 'pause', because: 'failures' });
    expect(move({ stage: 1, counts: [stage({ failed: 1 }), stage({ underWay: 4 }), stage({ waiting: 96 })] })).toEqual({ kind: 'wait' });
  });
  it('that somebody saw and resumed after do not pause it again; new ones do', () => {
    const counts = [stage({ updated: 1 }), stage({ updated: 6, failed: 3 }), stage({ waiting: 10 })];
    expect(move({ stage: 1, counts, forgivenFailures: 3 })).toEqual({ kind: 'reached' });
    expect(move({ stage: 1, counts: [stage({ updated: 1 }), stage({ updated: 3, failed: 6 }), stage({ waiting: 10 })], forgivenFailures: 3 })).toEqual({ kind: 'pause', because: 'failures' });
  });
  it('pause nothing where no limit was set', () => {
    expect(move({ counts: [stage({ failed: 1 }), stage({ waiting: 9 }), stage({})] }, { ...PLAN, pauseAfterFailures: null, pausePercent: null, stages: [{ upTo: 1, unit: 'machines', updatedPercent: 0, waitMinutes: 0 }, ...PLAN.stages.slice(1)] })).toEqual({ kind: 'reached' });
  });
});

it.each(['paused', 'done', 'aborted', 'rolled-back'] as const)('one that is %s does nothing by itself', (state) => {
  expect(move({ state, counts: [stage({ waiting: 5, failed: 9 }), stage({}), stage({})] })).toEqual({ kind: 'wait' });
});

it.each([['aborting', 'aborted'], ['rolling-back', 'rolled-back']] as const)('one that is %s is %s once nothing is under way', (state, end) => {
  expect(move({ state, counts: [stage({ underWay: 1 }), stage({}), stage({})] })).toEqual({ kind: 'wait' });
  expect(move({ state, counts: [stage({ failed: 9 }), stage({}), stage({})] })).toEqual({ kind: 'end', state: end });
});
