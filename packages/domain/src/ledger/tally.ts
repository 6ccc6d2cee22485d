import { MINUTE_MS, type TimeRange } from '@tenon/kernel';
import { QUARTER_MS, QUARTERS_A_DAY } from './quarter.js';
import type { Readings } from './readings.js';

/** A reading that arrived so long after the time it bears is late: it waited in the machine, or was replayed, or its clock is behind. */
export const LATE_MS = 5 * MINUTE_MS;
/** 24 days; what is farther off is history, and no clock. */
const FARTHEST_MS = 2_147_483_647;
const US_PER_MS = 1_000;

/** What of one machine's day came, by quarters of an hour. */
export interface Tally {
  readonly kept: number[];
  readonly repeats: number[];
  readonly late: number[];
  /** The shortest way of a reading, arrival less the machine's time, in milliseconds: what its clock is behind by, or below zero ahead by. Null where none is known. */
  readonly clockMs: (number | null)[];
}

/**
 * Counts readings of one day of UTC by the quarter-hour of their own time.
 * The clock's error is the least delay of a quarter-hour, as the best of many is hardly delayed by anything else (the filter of NTP, RFC 5905, 10).
 */
export function tallyOf({ atUs, arrivalUs, repeatsUs }: Readings, dayMs: number): Tally {
  const [kept, repeats, late] = [zeros(), zeros(), zeros()];
  const clockMs = new Array<number | null>(QUARTERS_A_DAY).fill(null);
  for (let place = 0; place < atUs.length; place += 1) {
    const atMs = (atUs[place] as number) / US_PER_MS;
    const cell = cellOf(atMs, dayMs);
    add(kept, cell);
    const delayMs = (arrivalUs[place] as number) / US_PER_MS - atMs;
    if (Number.isNaN(delayMs)) continue;
    if (delayMs > LATE_MS) add(late, cell);
    clockMs[cell] = Math.max(-FARTHEST_MS, Math.min(clockMs[cell] ?? FARTHEST_MS, Math.round(delayMs)));
  }
  for (const at of repeatsUs) add(repeats, cellOf(at / US_PER_MS, dayMs));
  return { kept, repeats, late, clockMs };
}

/** A day's cells without anything in them. */
export function zeros(): number[] {
  return new Array<number>(QUARTERS_A_DAY).fill(0);
}

/** Which of a day's cells an instant lies in; an instant outside the day in none. */
export function cellOf(atMs: number, dayMs: number): number {
  return Math.floor((atMs - dayMs) / QUARTER_MS);
}

/** The cells `[from, to)` of a day that a range touches. */
export function cellsOf({ fromMs, toMs }: TimeRange, dayMs: number): readonly [from: number, to: number] {
  return [Math.max(0, cellOf(fromMs, dayMs)), Math.min(QUARTERS_A_DAY, Math.ceil((toMs - dayMs) / QUARTER_MS))];
}

function add(cells: number[], cell: number): void {
  if (cell >= 0 && cell < cells.length) cells[cell] = (cells[cell] as number) + 1;
}
