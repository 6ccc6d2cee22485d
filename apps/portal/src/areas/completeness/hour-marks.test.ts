import { describe, expect, it } from '@jest/globals';
import { daysOf, markOf } from './hour-marks';

const hour = (over: object = {}) => ({ at: '2026-03-01T00:00:00Z', kept: 0, missing: 0, refused: 0, repeats: 0, late: 0, awayMs: 0, ...over });

describe('hours of a machine', () => {
  it('are shown as the worst that they are', () => {
    expect([hour(), hour({ awayMs: 1 }), hour({ kept: 1, awayMs: 1 }), hour({ kept: 1, late: 1 }), hour({ late: 1, refused: 1 }), hour({ refused: 1, missing: 1 })].map(markOf)).toEqual(['nothing', 'away', 'whole', 'late', 'refused', 'missing']);
  });

  it('lie in local days, of 23 hours too', () => {
    const hours = Array.from({ length: 47 }, (_, n) => hour({ at: new Date(Date.UTC(2026, 2, 27, 23) + n * 3_600_000).toISOString() }));
    expect(daysOf(hours, 'Europe/Berlin').map(({ on, hours: its }) => [on, its.length])).toEqual([['2026-03-28', 24], ['2026-03-29', 23]]);
  });
});
