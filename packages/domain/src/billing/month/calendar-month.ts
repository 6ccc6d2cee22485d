import { DAY_MS } from '@tenon/kernel';

/**
 * A calendar month of the company, in local days since 1970-01-01, so that a day on which clocks change is one day. Where days
 * begin is the company's time zone's matter: who calls turns instants into days.
 */
export interface CalendarMonth {
  readonly firstDay: number;
  /** The first day of the next month. */
  readonly afterLastDay: number;
}

/** The month some months away from that of a local day (0 its own, 1 the next). */
export function monthOf(localDay: number, monthsAway = 0): CalendarMonth {
  const day = new Date(localDay * DAY_MS);
  const start = (away: number): number => Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + away, 1) / DAY_MS;
  return { firstDay: start(monthsAway), afterLastDay: start(monthsAway + 1) };
}

/** How many days a month has. */
export function daysIn({ firstDay, afterLastDay }: CalendarMonth): number {
  return afterLastDay - firstDay;
}
