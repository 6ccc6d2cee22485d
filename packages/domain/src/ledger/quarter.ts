import { DAY_MS, MINUTE_MS, type TimeRange } from '@tenon/kernel';

/** The ledger counts by quarters of an hour of UTC: days of every time zone begin with one. */
export const QUARTER_MS = 15 * MINUTE_MS;
/** How many a day of UTC has. */
export const QUARTERS_A_DAY = DAY_MS / QUARTER_MS;

/** The sum of a day's cells within a range. @param dayMs the day's first instant, UTC */
export function sumWithin(cells: readonly number[], dayMs: number, { fromMs, toMs }: TimeRange): number {
  const [from, to] = [Math.max(0, Math.ceil((fromMs - dayMs) / QUARTER_MS)), Math.min(cells.length, Math.ceil((toMs - dayMs) / QUARTER_MS))];
  let sum = 0;
  for (let place = from; place < to; place += 1) sum += cells[place] as number;
  return sum;
}
