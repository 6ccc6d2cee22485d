import type { TimeRange } from '@tenon/kernel';
import { SLOT_MS } from './slot.js';
import type { EnergySlot } from './slot.js';

/** Running sums of every slot of a range, by the slot's position in it. */
export interface SlotSums {
  readonly range: TimeRange;
  readonly energyKwh: Float64Array;
  readonly coveredMs: Float64Array;
  readonly isEstimated: Uint8Array;
}

/** Sums of a range of whole slots before anything is counted. */
export function emptySlotSums(range: TimeRange): SlotSums {
  const count = (range.toMs - range.fromMs) / SLOT_MS;
  return {
    range,
    energyKwh: new Float64Array(count),
    coveredMs: new Float64Array(count),
    isEstimated: new Uint8Array(count),
  };
}

/** Energy used between two instants of a span, in kWh. */
export type EnergyWithin = (pieceFromMs: number, pieceToMs: number) => number;

/**
 * Adds the energy of a span to the slots it touches; what lies outside the range is left out.
 * @param energyWithin energy of a piece of the span
 */
export function addSpan(sums: SlotSums, span: TimeRange, energyWithin: EnergyWithin, isEstimated: boolean): void {
  const { range } = sums;
  const toMs = Math.min(span.toMs, range.toMs);
  let pieceFromMs = Math.max(span.fromMs, range.fromMs);
  while (pieceFromMs < toMs) {
    const index = Math.floor((pieceFromMs - range.fromMs) / SLOT_MS);
    const pieceToMs = Math.min(range.fromMs + (index + 1) * SLOT_MS, toMs);
    sums.energyKwh[index]! += energyWithin(pieceFromMs, pieceToMs);
    sums.coveredMs[index]! += pieceToMs - pieceFromMs;
    if (isEstimated) sums.isEstimated[index] = 1;
    pieceFromMs = pieceToMs;
  }
}

/** The slots that have data, in time order; a slot without any is left out, a gap and not a zero. */
export function slotsOf(sums: SlotSums): EnergySlot[] {
  const slots: EnergySlot[] = [];
  for (let index = 0; index < sums.coveredMs.length; index++) {
    const coveredMs = sums.coveredMs[index]!;
    if (coveredMs === 0) continue;
    slots.push({
      startMs: sums.range.fromMs + index * SLOT_MS,
      energyKwh: sums.energyKwh[index]!,
      // Stamps that the server gave carry microseconds; a slot is known to the millisecond.
      coveredMs: Math.min(Math.max(Math.round(coveredMs), 1), SLOT_MS),
      isEstimated: sums.isEstimated[index] === 1,
    });
  }
  return slots;
}
