import type { TimeRange } from '@tenon/kernel';
import { addCounter } from './add-counter.js';
import { addIntervals } from './add-intervals.js';
import { addPower } from './add-power.js';
import type { EnergyMetric, EnergyPoint } from './energy-metric.js';
import { noFaults } from './point-faults.js';
import type { PointFaults } from './point-faults.js';
import type { EnergySlot } from './slot.js';
import { checkedSlotRange } from './slot-range.js';
import { emptySlotSums, slotsOf } from './slot-sums.js';

/** The energy of a range by quarter-hour, and what was wrong with the points it was read from. */
export interface SlottedEnergy {
  /** In time order, only slots with data: a missing slot is a gap, not a zero. */
  readonly slots: readonly EnergySlot[];
  /** Counted over all points given, those outside the range too. */
  readonly faults: Readonly<PointFaults>;
}

/**
 * Cuts the readings of one metric into quarter-hours of energy.
 * Ranges that adjoin give slots that adjoin: nothing is counted twice, nothing is lost at the seam, provided each call is
 * given the points within {@link neededMarginMs} on either side of its range; of a counter's, COUNTER_NEIGHBOURS are enough.
 * @param points distinct instants in time order, in kWh or kW
 * @param metric what a value means; see {@link addIntervals}, {@link addCounter}, {@link addPower} for how each is counted
 * @param range whole slots, `[fromMs, toMs)`
 * @throws AppError (invalid) ENERGY.RANGE_EMPTY, ENERGY.RANGE_NOT_ALIGNED, ENERGY.RANGE_TOO_LONG, ENERGY.INTERVAL_INVALID
 */
export function energySlots(points: readonly EnergyPoint[], metric: EnergyMetric, range: TimeRange): SlottedEnergy {
  const sums = emptySlotSums(checkedSlotRange(range));
  const faults = noFaults();
  if (metric.quantity === 'interval') addIntervals(sums, points, metric, faults);
  else if (metric.quantity === 'counter') addCounter(sums, points, metric, faults);
  else addPower(sums, points, metric, faults);
  return { slots: slotsOf(sums), faults };
}
