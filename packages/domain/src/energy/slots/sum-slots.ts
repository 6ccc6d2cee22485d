import { SLOT_MS } from './slot.js';
import type { EnergySlot } from './slot.js';

/**
 * Adds up several meters slot by slot, for a line or a whole site.
 * A slot that only some meters know holds what they know, and is covered by the mean over all meters, so that the report's
 * coverage falls when one of ten meters is silent.
 * @param meters the slots of each meter, each in any order
 * @returns slots in time order
 */
export function sumSlots(meters: readonly (readonly EnergySlot[])[]): EnergySlot[] {
  const byStart = new Map<number, { energyKwh: number; coveredMs: number; isEstimated: boolean }>();
  for (const { startMs, energyKwh, coveredMs = SLOT_MS, isEstimated = false } of meters.flat()) {
    const sum = byStart.get(startMs);
    if (sum === undefined) byStart.set(startMs, { energyKwh, coveredMs, isEstimated });
    else {
      sum.energyKwh += energyKwh;
      sum.coveredMs += coveredMs;
      sum.isEstimated ||= isEstimated;
    }
  }
  return [...byStart]
    .map(([startMs, sum]) => ({ startMs, ...sum, coveredMs: sum.coveredMs / meters.length }))
    .sort((a, b) => a.startMs - b.startMs);
}
