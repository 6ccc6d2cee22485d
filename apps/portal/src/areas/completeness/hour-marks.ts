import type { MachineLedgerQuery } from '../../generated/documents';

type Hour = MachineLedgerQuery['machineCompleteness']['hours'][number];

/** What an hour is shown as; of several the first that holds. */
export const HOUR_MARKS = ['missing', 'refused', 'late', 'away', 'whole', 'nothing'] as const;
export type HourMark = (typeof HOUR_MARKS)[number];

/** What an hour is shown as. */
export function markOf({ kept, missing, refused, late, awayMs }: Hour): HourMark {
  if (missing > 0) return 'missing';
  if (refused > 0) return 'refused';
  if (late > 0) return 'late';
  if (kept > 0) return 'whole';
  return awayMs > 0 ? 'away' : 'nothing';
}

/** A local day and its hours: 23 or 25 where the clock changes. */
export interface DayOfHours {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly hours: readonly Hour[];
}

/** Hours by local day, in order. */
export function daysOf(hours: readonly Hour[], timeZone: string): DayOfHours[] {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const days = new Map<string, Hour[]>();
  for (const hour of hours) {
    const on = local.format(new Date(hour.at));
    const day = days.get(on);
    if (day) day.push(hour);
    else days.set(on, [hour]);
  }
  return [...days].map(([on, its]) => ({ on, hours: its }));
}
