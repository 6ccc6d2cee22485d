import type { TimeRange } from '@tenon/kernel';
import { localTimeAt } from './local-time.js';
import { firstDayAfter, firstDayOf } from './period.js';
import type { Period } from './period.js';
import { startOfLocalDay } from './start-of-local-day.js';

/**
 * The calendar day, ISO week or month of a site in which an instant lies.
 * @returns `[fromMs, toMs)`; a day of 23 or 25 hours where the clock changes
 * @throws AppError (invalid) ZONE.UNKNOWN
 */
export function periodRange(timeZone: string, atMs: number, period: Period): TimeRange {
  const { localDay } = localTimeAt(timeZone, atMs);
  return {
    fromMs: startOfLocalDay(timeZone, firstDayOf(period, localDay)),
    toMs: startOfLocalDay(timeZone, firstDayAfter(period, localDay)),
  };
}
