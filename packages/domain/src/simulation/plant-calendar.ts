import { DAY_MS, HOUR_MS, MINUTE_MS } from '@tenon/kernel';

// Bound once: these are called millions of times, and a test's realm looks globals up slowly.
const { floor } = Math;

/** When a machine is meant to work. */
export type ShiftPattern = 'two-shift' | 'three-shift';

/** Minutes of a production day, half open. */
export interface MinuteSpan {
  readonly from: number;
  readonly to: number;
}

/** Minutes in a production day. */
export const DAY_MINUTES = 1_440;

/** Barrels are switched on this long before the shift. */
export const WARM_UP_MINUTES = 50;

// Asia/Shanghai is UTC+8 all year, without summer time since 1991; a production day starts at 06:00 there.
const DAY_STARTS_AT_UTC_MS = 6 * HOUR_MS - 8 * HOUR_MS;

const clock = (hour: number, minute = 0) => (hour - 6) * 60 + minute;

const SHIFTS: Readonly<Record<ShiftPattern, readonly MinuteSpan[]>> = {
  'two-shift': [
    { from: clock(7), to: clock(15) },
    { from: clock(15), to: clock(23) },
  ],
  'three-shift': [
    { from: clock(6), to: clock(14) },
    { from: clock(14), to: clock(22) },
    { from: clock(22), to: clock(30) },
  ],
};

const BREAKS: readonly MinuteSpan[] = [
  { from: clock(11, 30), to: clock(12) },
  { from: clock(18, 30), to: clock(19) },
  { from: clock(26), to: clock(26, 30) },
];

/** Number of the production day that holds an instant; day 0 starts on 1970-01-01 at 06:00 in Shanghai. */
export function dayOf(atMs: number): number {
  return floor((atMs - DAY_STARTS_AT_UTC_MS) / DAY_MS);
}

/** First instant of a production day, in milliseconds since the Unix epoch. */
export function dayStartMs(day: number): number {
  return day * DAY_MS + DAY_STARTS_AT_UTC_MS;
}

/** Monday to Saturday. */
export function isWorkDay(day: number): boolean {
  // Day 0 was a Thursday.
  return (day + 4) % 7 !== 0;
}

/** The shifts that start on a production day. */
export function shiftsOn(pattern: ShiftPattern, day: number): readonly MinuteSpan[] {
  return isWorkDay(day) ? SHIFTS[pattern] : [];
}

/** The breaks within a pattern's shifts. */
export function breaksOf(pattern: ShiftPattern): readonly MinuteSpan[] {
  const end = SHIFTS[pattern].at(-1)?.to ?? 0;
  return BREAKS.filter(({ to }) => to <= end);
}

/** Whether the plant plans to work a machine of this pattern at an instant; breaks count as planned time. */
export function isPlannedAt(pattern: ShiftPattern, atMs: number): boolean {
  const day = dayOf(atMs);
  const minute = (atMs - dayStartMs(day)) / MINUTE_MS;
  return shiftsOn(pattern, day).some(({ from, to }) => minute >= from && minute < to);
}
