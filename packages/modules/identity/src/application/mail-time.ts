import { HOUR_MS } from '@tenon/kernel';

/** China has one time, eight hours ahead of UTC, since 1991. */
const CHINA_AHEAD_MS = 8 * HOUR_MS;

/** A moment in UTC, to the minute: `2026-11-25 18:05`. */
export const minuteInUtc = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ');

/** A moment in Chinese time, to the minute. */
export const minuteInChina = (at: Date): string => minuteInUtc(new Date(at.getTime() + CHINA_AHEAD_MS));
