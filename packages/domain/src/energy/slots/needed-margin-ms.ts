import { DAY_MS } from '@tenon/kernel';
import { POWER_MAX_HOLD_MS } from './energy-metric.js';
import type { EnergyMetric } from './energy-metric.js';

/** A counter's longest silence that energy is counted across: a year, so that no outage costs any, yet a meter that replaced another is not taken for it for ever. */
export const COUNTER_MARGIN_MS = 366 * DAY_MS;

/**
 * How far before and after a range points must be read, so that its first and last slots come out whole.
 * Interval: one interval. Power: the longest gap it is drawn across. Counter: the longest silence it is counted across; of what
 * lies within, the nearest COUNTER_NEIGHBOURS readings on either side are enough.
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
