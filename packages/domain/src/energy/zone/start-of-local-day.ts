import { DAY_MS } from '@tenon/kernel';
import { offsetMsAt } from './zone-offset.js';

/**
 * The first instant of a local day: midnight, or, where the clock skips midnight, the moment it jumps past it; where midnight
 * comes twice, the first.
 * @param localDay local days since 1970-01-01
 * @returns milliseconds since the epoch
 * @throws AppError (invalid) ZONE.UNKNOWN
 */
export function startOfLocalDay(timeZone: string, localDay: number): number {
  const midnightMs = localDay * DAY_MS;
  // The offsets a day earlier and a day later bracket any change near midnight; only a reading at or past midnight will do.
  const candidates = [-DAY_MS, DAY_MS].map((shiftMs) => midnightMs - offsetMsAt(timeZone, midnightMs + shiftMs));
  const reached = candidates.filter((atMs) => atMs + offsetMsAt(timeZone, atMs) >= midnightMs);
  return Math.min(...reached);
}
