import { METER_KINDS } from '../plan/meter.js';
import type { DayQuantity, LocalTimeOf, Meter } from '../plan/meter.js';
import type { HourQuantity } from '../quota/hour-profile.js';

/** One meter's days, in order: a stock's highest hour, a flow's sum. */
export function dayQuantities(meter: Meter, hours: readonly HourQuantity[], localTimeOf: LocalTimeOf): DayQuantity[] {
  const days = new Map<number, number>();
  for (const { hourMs, quantity } of hours) {
    const { localDay } = localTimeOf(hourMs);
    const before = days.get(localDay) ?? 0;
    days.set(localDay, METER_KINDS[meter] === 'flow' ? before + quantity : Math.max(before, quantity));
  }
  return [...days].sort(([a], [b]) => a - b).map(([localDay, quantity]) => ({ localDay, quantity }));
}
