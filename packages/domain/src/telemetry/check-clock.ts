import { DAY_MS, MINUTE_MS } from '@tenon/kernel';
import { isoText } from './iso-text.js';

/** How far a device's own time may be from the server's, in milliseconds. */
export interface ClockLimits {
  readonly maxPastMs: number;
  readonly maxFutureMs: number;
}

/** One year behind (a gateway that buffered through a long stop), ten minutes ahead (a clock that nobody set). */
export const DEFAULT_CLOCK_LIMITS: ClockLimits = { maxPastMs: 365 * DAY_MS, maxFutureMs: 10 * MINUTE_MS };

/** Why a reading's time is refused. */
export interface ClockRefusal {
  readonly code: 'TELEMETRY.CLOCK_AHEAD' | 'TELEMETRY.CLOCK_BEHIND';
  readonly details: {
    /** The device's and the server's time, ISO 8601 in UTC. */
    readonly deviceAt: string;
    readonly receivedAt: string;
    /** Device minus server; negative when the device is behind. */
    readonly offsetMs: number;
    readonly limitMs: number;
  };
}

/**
 * Judges a device's own time against the server's. Replayed history is older than any limit on purpose: whoever replays does not ask.
 * @param atMs the device's time; a time exactly at a limit is accepted
 * @returns the refusal, or `null` where the time is believable
 */
export function checkClock(atMs: number, receivedAtMs: number, limits: ClockLimits = DEFAULT_CLOCK_LIMITS): ClockRefusal | null {
  const offsetMs = atMs - receivedAtMs;
  const times = { deviceAt: isoText(atMs), receivedAt: isoText(receivedAtMs), offsetMs };
  if (offsetMs > limits.maxFutureMs) return { code: 'TELEMETRY.CLOCK_AHEAD', details: { ...times, limitMs: limits.maxFutureMs } };
  if (-offsetMs > limits.maxPastMs) return { code: 'TELEMETRY.CLOCK_BEHIND', details: { ...times, limitMs: limits.maxPastMs } };
  return null;
}
