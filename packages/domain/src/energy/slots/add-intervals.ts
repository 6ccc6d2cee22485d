import { invalid } from '@tenon/kernel';
import type { EnergyPoint, IntervalMetric } from './energy-metric.js';
import { isReadable } from './point-faults.js';
import type { PointFaults } from './point-faults.js';
import { addSpan } from './slot-sums.js';
import type { SlotSums } from './slot-sums.js';

/**
 * Adds interval amounts. An end-stamped point at t covers `[t − intervalMs, t)`, a start-stamped one `[t, t + intervalMs)`;
 * its energy is spread evenly over that time, so a long interval is split among its slots and short ones are summed in theirs.
 * An amount below zero (energy fed back) is passed over and counted: energy fed in is another metric, and how much was drawn
 * in such an interval is not known. So is an amount above MAX_READING. Intervals that overlap are each counted in full.
 * @throws AppError (invalid) ENERGY.INTERVAL_INVALID if intervalMs is not above zero
 */
export function addIntervals(
  sums: SlotSums,
  points: readonly EnergyPoint[],
  metric: IntervalMetric,
  faults: PointFaults,
): void {
  const { intervalMs } = metric;
  if (!(intervalMs > 0)) {
    throw invalid('ENERGY.INTERVAL_INVALID', 'An interval must be longer than nothing.', { intervalMs });
  }
  const leadMs = metric.stampMarks === 'end' ? intervalMs : 0;
  for (const { atMs, value } of points) {
    if (!isReadable(value, faults)) continue;
    if (value < 0) faults.negativeCount++;
    else {
      const fromMs = atMs - leadMs;
      const span = { fromMs, toMs: fromMs + intervalMs };
      addSpan(sums, span, (from, to) => value * ((to - from) / intervalMs), false);
    }
  }
}
