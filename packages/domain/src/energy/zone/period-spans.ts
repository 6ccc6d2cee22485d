import type { TimeRange } from '@tenon/kernel';
import { isoDate, localTimeAt } from './local-time.js';
import { firstDayAfter, firstDayOf } from './period.js';
import type { Period } from './period.js';
import { startOfLocalDay } from './start-of-local-day.js';

/** A calendar period, cut to a range. */
export interface PeriodSpan {
  /** First local day of the whole period, `YYYY-MM-DD`. */
  readonly startsOn: string;
  readonly range: TimeRange;
}

/**
 * Splits a range at the site's calendar.
 * @returns the periods the range touches, in order, the first and the last cut to it; together they are the range
 * @throws AppError (invalid) ZONE.UNKNOWN
 */
export function periodSpans(timeZone: string, range: TimeRange, period: Period): PeriodSpan[] {
  const spans: PeriodSpan[] = [];
  let firstDay = firstDayOf(period, localTimeAt(timeZone, range.fromMs).localDay);
  let fromMs = range.fromMs;
  while (fromMs < range.toMs) {
    const nextFirstDay = firstDayAfter(period, firstDay);
    const toMs = Math.min(startOfLocalDay(timeZone, nextFirstDay), range.toMs);
    if (toMs > fromMs) spans.push({ startsOn: isoDate(firstDay), range: { fromMs, toMs } });
    firstDay = nextFirstDay;
    fromMs = Math.max(fromMs, toMs);
  }
  return spans;
}
