const DAY_MS = 86_400_000;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Days on which the made plant rests although they may be weekdays, `MM-DD`. */
const HOLIDAYS: ReadonlySet<string> = new Set([
  '01-01', '02-14', '02-15', '02-16', '05-01', '08-01', '08-02', '08-03', '09-24', '09-25', '09-26', '12-25', '12-31',
]);

/** A day of the made year, as the plant's calendar knows it. */
export interface MadeDay {
  readonly month: number;
  /** As the file writes it, `dd/mm/yyyy`. */
  readonly stamp: string;
  readonly weekday: (typeof WEEKDAYS)[number];
  readonly isHoliday: boolean;
}

/** All days of a year, in order. */
export function daysOfYear(year: number): MadeDay[] {
  const days: MadeDay[] = [];
  for (let atMs = Date.UTC(year, 0, 1); atMs < Date.UTC(year + 1, 0, 1); atMs += DAY_MS) {
    const date = new Date(atMs);
    const [yyyy = '', mm = '', dd = ''] = date.toISOString().slice(0, 10).split('-');
    days.push({
      month: date.getUTCMonth() + 1,
      stamp: `${dd}/${mm}/${yyyy}`,
      weekday: WEEKDAYS[date.getUTCDay()]!,
      isHoliday: HOLIDAYS.has(`${mm}-${dd}`),
    });
  }
  return days;
}
