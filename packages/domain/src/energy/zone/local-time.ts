import { DAY_MS, MINUTE_MS } from '@tenon/kernel';
import { offsetMsAt } from './zone-offset.js';

/** An instant as a site's calendar and clock show it. */
export interface LocalTime {
  /** Local days since 1 January 1970, a running number for reckoning with days; see {@link isoDate}. */
  readonly localDay: number;
  /** Minutes on the clock, 0 ≤ minuteOfDay < 1440, with a fraction for seconds. */
  readonly minuteOfDay: number;
}

/**
 * An instant's local day and minute.
 * @param timeZone IANA name
 * @throws AppError (invalid) ZONE.UNKNOWN
 */
export function localTimeAt(timeZone: string, atMs: number): LocalTime {
  const localMs = atMs + offsetMsAt(timeZone, atMs);
  const localDay = Math.floor(localMs / DAY_MS);
  return { localDay, minuteOfDay: (localMs - localDay * DAY_MS) / MINUTE_MS };
}

/** A local day as `YYYY-MM-DD`. */
export function isoDate(localDay: number): string {
  return new Date(localDay * DAY_MS).toISOString().slice(0, 10);
}

/** Weekday of a local day by ISO 8601: 1 Monday … 7 Sunday. */
export function isoWeekday(localDay: number): number {
  return ((((localDay + 3) % 7) + 7) % 7) + 1;
}

/** Whether a local day is a Saturday or a Sunday; public holidays and the working weekends that make up for them are not known here. */
export function isWeekend(localDay: number): boolean {
  return isoWeekday(localDay) > 5;
}
