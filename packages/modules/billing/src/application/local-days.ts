import { localTimeAt, startOfLocalDay } from '@tenon/domain/energy';
import type { LocalTimeOf } from '@tenon/domain/billing';
import { HOUR_MS, type TimeRange } from '@tenon/kernel';

/** The instants of local days, from one up to but not with another. */
export function daysRange(timeZone: string, fromDay: number, toDay: number): TimeRange {
  return { fromMs: startOfLocalDay(timeZone, fromDay), toMs: startOfLocalDay(timeZone, toDay) };
}

/** The instants of one local day. */
export function dayRange(timeZone: string, localDay: number): TimeRange {
  return daysRange(timeZone, localDay, localDay + 1);
}

/** How the company's clock reads. */
export function clockOf(timeZone: string): LocalTimeOf {
  return (atMs) => localTimeAt(timeZone, atMs);
}

/** Start of the hour of an instant, in milliseconds since the epoch. */
export function hourOf(at: Date): number {
  return Math.floor(at.getTime() / HOUR_MS) * HOUR_MS;
}
