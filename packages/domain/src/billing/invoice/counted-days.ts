import { bug } from '@tenon/kernel';
import { METER_KINDS } from '../plan/meter.js';
import type { LocalTimeOf, Meter, MeterHour } from '../plan/meter.js';

/** A local day's reading and how many hours it was made of. */
export interface CountedDay {
  readonly localDay: number;
  readonly quantity: number;
  readonly hours: number;
}

/**
 * One meter's days, in order: a stock's highest hour, a flow's sum.
 * @throws AppError (bug) INTERNAL when an hour comes twice: nothing is billed twice
 */
export function countedDays(readings: readonly MeterHour[], meter: Meter, localTimeOf: LocalTimeOf): CountedDay[] {
  const seen = new Set<number>();
  const days = new Map<number, CountedDay>();
  for (const { hourMs, quantity } of readings.filter((reading) => reading.meter === meter)) {
    if (seen.has(hourMs)) throw bug('INTERNAL', 'An hour of a meter was read twice.', { meter, hourMs });
    seen.add(hourMs);
    const { localDay } = localTimeOf(hourMs);
    const before = days.get(localDay) ?? { localDay, quantity: 0, hours: 0 };
    const together = METER_KINDS[meter] === 'flow' ? before.quantity + quantity : Math.max(before.quantity, quantity);
    days.set(localDay, { localDay, quantity: together, hours: before.hours + 1 });
  }
  return [...days.values()].sort((a, b) => a.localDay - b.localDay);
}
