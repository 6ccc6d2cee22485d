import type { TimeRange } from '@tenon/kernel';
import { SLOT_HOURS } from '../slots/slot.js';
import type { EnergySlot } from '../slots/slot.js';
import type { PeakDemand } from './energy-report.types.js';

/**
 * The highest mean power over a quarter-hour, as demand is metered: a slot's energy over the whole quarter-hour, so that one known in
 * part never overstates it. The first of equals.
 * @returns null where the range has no slot
 */
export function peakDemand(slots: readonly EnergySlot[], { fromMs, toMs }: TimeRange): PeakDemand | null {
  let highest: EnergySlot | null = null;
  for (const slot of slots) {
    if (slot.startMs < fromMs || slot.startMs >= toMs) continue;
    const isHigher =
      highest === null ||
      slot.energyKwh > highest.energyKwh ||
      (slot.energyKwh === highest.energyKwh && slot.startMs < highest.startMs);
    if (isHigher) highest = slot;
  }
  return highest === null ? null : { powerKw: highest.energyKwh / SLOT_HOURS, startMs: highest.startMs };
}
