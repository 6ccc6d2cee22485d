import { expect, it } from '@jest/globals';
import { DEFAULT_CLOCK_LIMITS } from '@tenon/domain/telemetry';
import { TimeCheck } from './time-check.js';

const NOON = Date.UTC(2026, 2, 15, 12);
const OLDEST = Date.UTC(2025, 11, 1);

const checked = (atMs: number, isHistory: boolean, { nowMs = NOON, keepMonths = 3, times = new TimeCheck({ clock: DEFAULT_CLOCK_LIMITS, historyFromMs: Date.UTC(2000), keepMonths }) } = {}): unknown => {
  try {
    times.check(atMs, nowMs, isHistory);
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it.each([true, false])('takes what is in a month that is kept, and nothing older (history: %s)', (isHistory) => {
  expect(checked(OLDEST, isHistory)).toBe('taken');
  expect(checked(OLDEST - 1, isHistory)).toBe('TELEMETRY.TOO_OLD');
});

it('calls a clock that was never set by its name, where the sender does not say that it is history', () => {
  expect([checked(5_000, false), checked(5_000, true)]).toEqual(['TELEMETRY.CLOCK_BEHIND', 'TELEMETRY.TOO_OLD']);
});

it('takes history no older than its own bound, and never ahead', () => {
  expect(checked(Date.UTC(1999, 11, 31), true, { keepMonths: 1_200 })).toBe('TELEMETRY.TOO_OLD');
  expect(checked(NOON + 3_600_000, true)).toBe('TELEMETRY.CLOCK_AHEAD');
});

it('moves on with the month', () => {
  const times = new TimeCheck({ clock: DEFAULT_CLOCK_LIMITS, historyFromMs: 0, keepMonths: 3 });
  const nextMs = Date.UTC(2026, 3, 1);
  expect([nextMs - 1, nextMs, nextMs - 1].map((nowMs) => checked(OLDEST, true, { nowMs, times }))).toEqual(['taken', 'TELEMETRY.TOO_OLD', 'taken']);
});
