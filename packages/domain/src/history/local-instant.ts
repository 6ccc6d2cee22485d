import { DAY_MS } from '@tenon/kernel';

/** What a zone's clocks are ahead of UTC at an instant, in milliseconds. */
export type OffsetAt = (atMs: number) => number;

/** What was odd about a time on a day on which clocks are changed. */
export type ClockOddity = 'gap' | 'overlap';

/** A wall clock's time as an instant. */
export interface LocalInstant {
  readonly atMs: number;
  /** `gap`: the clocks skipped this time; `overlap`: they showed it twice. */
  readonly oddity: ClockOddity | null;
}

/**
 * The instant at which a zone's clocks show a time. One that they skip is taken as if they had not been put forward yet (so 02:30 becomes
 * 03:30, as Temporal's `compatible` has it). Of one that they show twice the first is taken, unless the row before was already behind it.
 * @param wallMs the time shown, as if it were UTC, in milliseconds since the epoch
 * @param previousMs the instant of the row before; `-Infinity` where there is none
 */
export function localInstant(wallMs: number, offsetAt: OffsetAt, previousMs = -Infinity): LocalInstant {
  const [before, after] = [offsetAt(wallMs - DAY_MS), offsetAt(wallMs + DAY_MS)];
  if (before === after) return { atMs: wallMs - before, oddity: null };
  const [first, second] = [wallMs - before, wallMs - after];
  const isShown = (atMs: number): boolean => atMs + offsetAt(atMs) === wallMs;
  if (!isShown(first)) return isShown(second) ? { atMs: second, oddity: null } : { atMs: first, oddity: 'gap' };
  if (!isShown(second)) return { atMs: first, oddity: null };
  return { atMs: first < previousMs ? second : first, oddity: 'overlap' };
}
