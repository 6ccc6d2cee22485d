import { DAY_MS } from '@tenon/kernel';
import { isoWeekday } from './local-time.js';

/** Calendar periods a report is split into, in the order a form offers them; weeks start on Monday (ISO 8601). */
export const PERIODS = ['day', 'week', 'month'] as const;

/** A calendar period of the site. */
export type Period = (typeof PERIODS)[number];

/**
 * First day of the month some months from a day's own (0 its own, 1 the next, −1 the one before).
 * @param localDay local days since 1970-01-01
 */
export function monthStart(localDay: number, monthsAway: number): number {
  const day = new Date(localDay * DAY_MS);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + monthsAway, 1) / DAY_MS;
}

/** First local day of the period a local day lies in. */
export function firstDayOf(period: Period, localDay: number): number {
  if (period === 'day') return localDay;
  return period === 'week' ? localDay - isoWeekday(localDay) + 1 : monthStart(localDay, 0);
}

/** First local day of the period after the one a local day lies in. */
export function firstDayAfter(period: Period, localDay: number): number {
  const firstDay = firstDayOf(period, localDay);
  if (period === 'month') return monthStart(firstDay, 1);
  return firstDay + (period === 'week' ? 7 : 1);
}
