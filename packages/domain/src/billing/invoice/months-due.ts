import { monthOf } from '../month/calendar-month.js';

/**
 * First days of the months whose own invoices are to be written: each that began after the last one billed, in order. A clock that
 * was set back owes none, and one that jumped owes all between.
 * @param billedThrough first day of the last month that was billed, or of the month in which the first paid plan began
 * @param today local day of the company
 */
export function monthsDue(billedThrough: number, today: number): number[] {
  const months: number[] = [];
  for (let next = monthOf(billedThrough, 1).firstDay; next <= today; next = monthOf(next, 1).firstDay) months.push(next);
  return months;
}
