import type { TimeRange } from '@tenon/kernel';
import { localTimeAt } from './local-time.js';
import { monthStart } from './period.js';
import { startOfLocalDay } from './start-of-local-day.js';

/**
 * The span just before, to compare with: for whole calendar months as many months, for whole local days (a day, a week) as
 * many days, and for anything else the same length of time.
 * @returns a span that ends where the given one starts
 * @throws AppError (invalid) ZONE.UNKNOWN
 */
export function previousRange(timeZone: string, range: TimeRange): TimeRange {
  const { fromMs, toMs } = range;
  const firstDay = localTimeAt(timeZone, fromMs).localDay;
  const dayAfter = localTimeAt(timeZone, toMs).localDay;
  const isWholeDays = startOfLocalDay(timeZone, firstDay) === fromMs && startOfLocalDay(timeZone, dayAfter) === toMs;
  if (!isWholeDays) return { fromMs: fromMs - (toMs - fromMs), toMs: fromMs };
  const isWholeMonths = monthStart(firstDay, 0) === firstDay && monthStart(dayAfter, 0) === dayAfter;
  const previousDay = isWholeMonths ? monthStart(firstDay, -monthsBetween(firstDay, dayAfter)) : 2 * firstDay - dayAfter;
  return { fromMs: startOfLocalDay(timeZone, previousDay), toMs: fromMs };
}

function monthsBetween(firstDay: number, dayAfter: number): number {
  let months = 0;
  while (monthStart(firstDay, months) < dayAfter) months++;
  return months;
}
