import { describe, expect, it } from '@jest/globals';
import { breaksOf, dayOf, dayStartMs, isPlannedAt, isWorkDay } from './plant-calendar.js';

const at = (local: string) => Date.parse(`${local}+08:00`);

describe('production days', () => {
  it('start at 06:00 in Shanghai', () => {
    const day = dayOf(at('2026-07-01T06:00'));
    expect(dayStartMs(day)).toBe(at('2026-07-01T06:00'));
    expect(dayOf(at('2026-07-01T05:59'))).toBe(day - 1);
    expect(dayOf(at('2026-07-02T05:59'))).toBe(day);
  });

  it('are worked from Monday to Saturday', () => {
    const week = ['06-29', '06-30', '07-01', '07-02', '07-03', '07-04', '07-05'].map((date) => isWorkDay(dayOf(at(`2026-${date}T12:00`))));
    expect(week).toEqual([true, true, true, true, true, true, false]);
  });
});

describe('isPlannedAt', () => {
  it.each([
    ['two-shift', '2026-07-01T06:59', false],
    ['two-shift', '2026-07-01T07:00', true],
    ['two-shift', '2026-07-01T22:59', true],
    ['two-shift', '2026-07-01T23:00', false],
    ['two-shift', '2026-07-05T12:00', false],
    ['three-shift', '2026-07-01T03:00', true],
    ['three-shift', '2026-07-05T05:59', true],
    ['three-shift', '2026-07-05T06:00', false],
    ['three-shift', '2026-07-06T05:59', false],
  ] as const)('%s at %s: %s', (pattern, local, isPlanned) => {
    expect(isPlannedAt(pattern, at(local))).toBe(isPlanned);
  });
});

it('gives the night shift a break of its own', () => {
  expect([breaksOf('two-shift').length, breaksOf('three-shift').length]).toEqual([2, 3]);
});
