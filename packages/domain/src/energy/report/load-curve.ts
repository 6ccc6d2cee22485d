import { HOUR_MS } from '@tenon/kernel';
import { SLOTS_PER_DAY } from '../slots/slot.js';
import { MILLIWATT_HOURS_PER_KWH } from '../tariff/exact-cost.js';
import type { LoadCurvePoint } from './energy-report.types.js';
import type { SlotTally } from './slot-tally.js';

type CurveSums = Pick<SlotTally, 'curveEnergy' | 'curveCoveredMs'>;

function meanKw({ curveEnergy, curveCoveredMs }: CurveSums, index: number): number | null {
  const coveredMs = curveCoveredMs[index]!;
  return coveredMs === 0 ? null : curveEnergy[index]! / MILLIWATT_HOURS_PER_KWH / (coveredMs / HOUR_MS);
}

/**
 * The typical day: mean power of each quarter-hour of the local day over the days that have data for it, Mondays to Fridays and
 * weekend days apart. Energy over the time covered, so a slot half known weighs half.
 */
export function loadCurve(sums: CurveSums): LoadCurvePoint[] {
  return Array.from({ length: SLOTS_PER_DAY }, (_, quarter) => ({
    minuteOfDay: quarter * 15,
    weekdayKw: meanKw(sums, quarter),
    weekendKw: meanKw(sums, SLOTS_PER_DAY + quarter),
  }));
}
