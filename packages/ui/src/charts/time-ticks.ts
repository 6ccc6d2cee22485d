import { instantOf, wallClock, zoneOffsetMs } from '../format/zone-time.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps a clock's face knows; beyond a day the calendar takes over. */
const CLOCK_STEPS = [1, 2, 5, 10, 15, 30].map((n) => n * SECOND).concat([1, 2, 5, 10, 15, 30].map((n) => n * MINUTE), [1, 2, 3, 6, 12].map((n) => n * HOUR));
const DAY_STEPS = [1, 2, 7, 14] as const;
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120] as const;
const MONTH = 30.4 * DAY;

export type TickUnit = 'second' | 'minute' | 'day' | 'month' | 'year';

export interface TimeTicks {
  readonly atMs: readonly number[];
  /** How fine the labels must be. */
  readonly unit: TickUnit;
}

/** Walks the clock's face, not the epoch: after a change of clocks 06:00 is still marked at 06:00. */
function clockTicks(fromMs: number, toMs: number, stepMs: number, timeZone: string): number[] {
  const ticks: number[] = [];
  let offsetMs = zoneOffsetMs(fromMs, timeZone);
  for (let faceMs = Math.ceil((fromMs + offsetMs) / stepMs) * stepMs; ; faceMs += stepMs) {
    offsetMs = zoneOffsetMs(faceMs - offsetMs, timeZone);
    const atMs = faceMs - offsetMs;
    if (atMs > toMs) return ticks;
    if (atMs >= fromMs && atMs > (ticks.at(-1) ?? -Infinity)) ticks.push(atMs);
  }
}

const midnight = (year: number, month: number, day: number, timeZone: string): number =>
  instantOf({ year, month, day, hour: 0, minute: 0, second: 0 }, timeZone);

function dayTicks(fromMs: number, toMs: number, step: number, timeZone: string): number[] {
  const first = wallClock(fromMs, timeZone);
  const ticks: number[] = [];
  for (let day = 0; ; day += 1) {
    const date = new Date(Date.UTC(first.year, first.month - 1, first.day + day));
    const atMs = midnight(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), timeZone);
    if (atMs > toMs) return ticks;
    // Counted from the epoch (a Thursday; +3 makes weeks begin on Monday), so that ticks stay put while the range slides.
    if (atMs >= fromMs && (Math.floor(date.getTime() / DAY) + 3) % step === 0) ticks.push(atMs);
  }
}

function monthTicks(fromMs: number, toMs: number, step: number, timeZone: string): number[] {
  const first = wallClock(fromMs, timeZone);
  const ticks: number[] = [];
  for (let index = first.year * 12 + first.month - 1; ; index += 1) {
    const atMs = midnight(Math.floor(index / 12), (index % 12) + 1, 1, timeZone);
    if (atMs > toMs) return ticks;
    if (atMs >= fromMs && index % step === 0) ticks.push(atMs);
  }
}

/** Where the axis of a range is marked, on round readings of the zone's clock and calendar, at most `most` times. */
export function timeTicks(fromMs: number, toMs: number, most: number, timeZone: string): TimeTicks {
  const spanMs = toMs - fromMs;
  const least = spanMs / Math.max(1, most);
  const stepMs = CLOCK_STEPS.find((step) => step >= least);
  if (stepMs !== undefined) return { atMs: clockTicks(fromMs, toMs, stepMs, timeZone), unit: stepMs < MINUTE ? 'second' : 'minute' };
  const days = DAY_STEPS.find((step) => step * DAY >= least);
  if (days !== undefined) return { atMs: dayTicks(fromMs, toMs, days, timeZone), unit: 'day' };
  const months = MONTH_STEPS.find((step) => step * MONTH >= least) ?? 120;
  return { atMs: monthTicks(fromMs, toMs, months, timeZone), unit: months < 12 ? 'month' : 'year' };
}
