import { awaitedMove } from './due-move.js';
import type { LifeState, Standing } from './standing.js';

/** Days before a move that comes by itself on which the company is told. The day of the move is the next state's first. */
const DAYS_BEFORE: Readonly<Partial<Record<LifeState, readonly number[]>>> = {
  trial: [14, 7, 3, 1],
  // The bills' own reminders come between.
  'past-due': [7, 1],
  suspended: [30, 7, 1],
  closed: [7, 1],
};

/** Something the company is to be told about its life. */
export interface LifeNotice {
  /** The same for the same notice, however often it is asked for: it is sent once. */
  readonly key: string;
  readonly state: LifeState;
  /** The local day on which it is due. */
  readonly onDay: number;
  /** Days until the move that comes by itself; null where none does. */
  readonly daysLeft: number | null;
}

/** All notices of a standing, in order: one on its first day, then those before the move that comes by itself. */
export function noticesOf(standing: Standing): LifeNotice[] {
  const { state, sinceDay } = standing;
  const awaited = awaitedMove(standing);
  const before = awaited ? (DAYS_BEFORE[state] ?? []).map((days) => awaited.onDay - days) : [];
  return [sinceDay, ...before].map((onDay) => ({
    key: `${state}:${sinceDay}:${onDay - sinceDay}`,
    state,
    onDay,
    daysLeft: awaited ? awaited.onDay - onDay : null,
  }));
}

/**
 * The notice that is due: the newest one up to today. After days in which the platform stood still the older ones are passed over,
 * since what they say is no longer so; it says the days that are really left.
 */
export function noticeDue(standing: Standing, today: number): LifeNotice | null {
  const due = noticesOf(standing).findLast(({ onDay }) => onDay <= today);
  if (!due) return null;
  const awaited = awaitedMove(standing);
  return { ...due, daysLeft: awaited ? Math.max(0, awaited.onDay - today) : null };
}
