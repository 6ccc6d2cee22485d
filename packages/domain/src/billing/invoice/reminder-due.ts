/** On which days after the one on which it should have been paid a company is reminded of an invoice. */
export const REMINDER_DAYS: readonly number[] = [1, 3, 7, 14];

/**
 * The reminder that is due: the newest one up to today, unless it was sent. After days in which the platform stood still the older ones
 * are passed over, and a clock that was set back brings none again.
 * @param daysLate days since the last on which it was in time; below 1 it is not late
 * @param sent the days of the last reminder, 0 before the first
 */
export function reminderDue(daysLate: number, sent: number): number | null {
  const due = REMINDER_DAYS.findLast((days) => days <= daysLate);
  return due === undefined || due <= sent ? null : due;
}
