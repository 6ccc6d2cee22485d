import { describe, expect, it } from '@jest/globals';
import { DAY_MS, MINUTE_MS } from '@tenon/kernel';
import { checkClock } from './check-clock.js';

const NOW = Date.UTC(2026, 6, 1, 8);

describe('checkClock', () => {
  it('accepts up to ten minutes ahead and one year behind', () => {
    expect(checkClock(NOW, NOW)).toBeNull();
    expect(checkClock(NOW + 10 * MINUTE_MS, NOW)).toBeNull();
    expect(checkClock(NOW - 365 * DAY_MS, NOW)).toBeNull();
  });

  it('refuses a clock ahead, with both times', () => {
    expect(checkClock(NOW + 10 * MINUTE_MS + 1, NOW)).toEqual({
      code: 'TELEMETRY.CLOCK_AHEAD',
      details: { deviceAt: '2026-07-01T08:10:00.001Z', receivedAt: '2026-07-01T08:00:00.000Z', offsetMs: 600_001, limitMs: 600_000 },
    });
  });

  it('refuses a clock that was never set', () => {
    expect(checkClock(5_000, NOW)).toMatchObject({ code: 'TELEMETRY.CLOCK_BEHIND', details: { deviceAt: '1970-01-01T00:00:05.000Z', limitMs: 365 * DAY_MS } });
  });

  it('takes other limits, and times past what a calendar shows', () => {
    expect(checkClock(NOW - 2, NOW, { maxPastMs: 1, maxFutureMs: 1 })?.code).toBe('TELEMETRY.CLOCK_BEHIND');
    expect(checkClock(9e15, NOW)?.details.deviceAt).toBe('9000000000000000 ms');
  });
});
