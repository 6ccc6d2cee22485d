import { expect, it } from '@jest/globals';
import { countOf, farOf } from './counts';

const CAMPAIGN = { total: 10, counts: [{ state: 'UPDATED', count: 3 }, { state: 'FAILED', count: 1 }, { state: 'TIMED_OUT', count: 1 }, { state: 'SKIPPED', count: 2 }, { state: 'WAITING', count: 3 }] } as const;

it('a campaign is as far as those that take part are done with, however they are', () => {
  expect(farOf({ ...CAMPAIGN, counts: [...CAMPAIGN.counts] })).toEqual({ settled: 5, of: 8, updated: 3, failed: 2 });
  expect(countOf({ counts: [...CAMPAIGN.counts] }, 'WAITING', 'OFFERED')).toBe(3);
});
