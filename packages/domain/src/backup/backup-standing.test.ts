import { describe, expect, it } from '@jest/globals';
import { backupStanding } from './backup-standing.js';

const at = (day: number, hour = 0): Date => new Date(Date.UTC(2026, 10, day, hour));
const good = (day: number, hour = 0) => ({ takenAt: at(day, hour), isGood: true });
const bad = (day: number, hour = 0) => ({ takenAt: at(day, hour), isGood: false });
const since = at(1);

describe('backups every 24 hours', () => {
  it.each([
    ['none yet, on the first day', [], at(1, 20), { nextAt: at(2), newestGoodAt: null, isLate: false }],
    ['none yet, when one was due two hours ago', [], at(2, 2), { nextAt: at(2), newestGoodAt: null, isLate: false }],
    ['none yet, later than that', [], at(2, 3), { nextAt: at(2), newestGoodAt: null, isLate: true }],
    ['good ones in any order', [good(3), good(5), good(4)], at(5, 9), { nextAt: at(6), newestGoodAt: at(5), isLate: false }],
    ['a good one that is too old', [good(3)], at(4, 3), { nextAt: at(4), newestGoodAt: at(3), isLate: true }],
    ['a newer one that is not good counts for the clock, not for the rule', [good(3), bad(4)], at(4, 3), { nextAt: at(5), newestGoodAt: at(3), isLate: true }],
    ['only bad ones', [bad(1, 12)], at(2, 3), { nextAt: at(2, 12), newestGoodAt: null, isLate: true }],
  ])('%s', (_what, backups, now, standing) => {
    expect(backupStanding(backups, { everyHours: 24, since, now })).toEqual(standing);
  });
});

it('is never late where the platform takes none', () => {
  expect(backupStanding([good(1)], { everyHours: 0, since, now: at(28) })).toEqual({ nextAt: null, newestGoodAt: at(1), isLate: false });
});
