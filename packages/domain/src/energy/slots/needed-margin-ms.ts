import { DAY_MS } from '@tenon/kernel';
import { POWER_MAX_HOLD_MS } from './energy-metric.js';
import type { EnergyMetric } from './energy-metric.js';

/** How far a counter's neighbouring readings are looked for: three days, so that a long weekend offline keeps its energy. */
export const COUNTER_MARGIN_MS = 3 * DAY_MS;

/**
 * How far before and after a range points must be read, so that its first and last slots come out whole.
 * Interval: one interval. Power: the longest gap it is drawn across. Counter: the reading before and the one after the range
 * are needed, wherever they are; within COUNTER_MARGIN_MS is what we look for, and the part of a longer silence that
 * reaches over an end of the range is not counted in it.
 * @returns milliseconds, to be taken off `fromMs` and added to `toMs` (both ends inclusive)
 */
export function neededMarginMs(metric: EnergyMetric): number {
  switch (metric.quantity) {
    case 'interval':
      return metric.intervalMs;
    case 'counter':
      return Math.max(COUNTER_MARGIN_MS, metric.maxGapMs ?? 0);
    case 'power':
      return metric.maxHoldMs ?? POWER_MAX_HOLD_MS;
  }
}
