import { DAY_MS, type TimeRange } from '@tenon/kernel';
import type { EnergyRefresh } from './refresh-energy.js';

/** As much of one metric as is computed while the event is handled: in some tens of milliseconds. */
const MOST_AT_ONCE_MS = DAY_MS;
const MOST_RANGES_AT_ONCE = 4;

/** Computations of one metric: those to be done at once, and what is a job of its own, if any. */
export interface Refreshes {
  readonly now: readonly EnergyRefresh[];
  readonly later: EnergyRefresh | null;
}

/**
 * What to compute anew of one metric whose points in these ranges changed. A machine that sends its day is quickly done. What
 * takes longer, such as a replayed year, is one job over all of it, behind which no other company's news has to wait.
 */
export function refreshesOf(metric: Pick<EnergyRefresh, 'subscriptionId' | 'seriesId'>, ranges: readonly TimeRange[]): Refreshes {
  const lengthMs = ranges.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const now = ranges.map(({ fromMs, toMs }) => ({ ...metric, fromMs, toMs }));
  if (ranges.length <= MOST_RANGES_AT_ONCE && lengthMs <= MOST_AT_ONCE_MS) return { now, later: null };
  return { now: [], later: { ...metric, fromMs: Math.min(...ranges.map(({ fromMs }) => fromMs)), toMs: Math.max(...ranges.map(({ toMs }) => toMs)) } };
}
