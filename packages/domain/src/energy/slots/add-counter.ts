import { COUNTER_MAX_GAP_MS } from './energy-metric.js';
import type { CounterMetric, EnergyPoint } from './energy-metric.js';
import { neededMarginMs } from './needed-margin-ms.js';
import { isReadable, noFaults } from './point-faults.js';
import type { PointFaults } from './point-faults.js';
import { addSpan } from './slot-sums.js';
import type { SlotSums } from './slot-sums.js';

/**
 * How many readings on either side of a range have a say in it. What a reading is taken for depends on the two before it and
 * the one after; at most two in a row are passed over; so the span that reaches over an end is known with five.
 */
export const COUNTER_NEIGHBOURS = 5;

/** Whether a register can show this: finite, not below zero, not above MAX_READING. */
export function isCounterReading(value: number, faults: PointFaults = noFaults()): boolean {
  if (!isReadable(value, faults)) return false;
  if (value >= 0) return true;
  faults.negativeCount++;
  return false;
}

/** Cuts a record where it is silent for so long that it begins anew. */
function stretches(readings: readonly EnergyPoint[], maxSilenceMs: number): EnergyPoint[][] {
  const parts: EnergyPoint[][] = [];
  for (const reading of readings) {
    const part = parts.at(-1);
    const last = part?.at(-1);
    if (part && last && reading.atMs - last.atMs <= maxSilenceMs) part.push(reading);
    else parts.push([reading]);
  }
  return parts;
}

/** What a single reading is, between the two before it and the one after; null where it is to be counted. */
function loneFault(earlier: number, before: number, value: number, after: number): 'dip' | 'spike' | null {
  if (after < before) return null;
  if (value < before) return 'dip';
  // Right after a reset the register is low, and the next reset may well leave it higher: that fall is no way back from a fault.
  return value > after && earlier <= before ? 'spike' : null;
}

/** Without this a gateway that sends one zero while it boots would have the whole register counted again, and one that sends all ones would have those counted. */
function withoutLoneFaults(readings: readonly EnergyPoint[], faults: PointFaults): EnergyPoint[] {
  return readings.filter(({ value }, index) => {
    const [before, after] = [readings[index - 1], readings[index + 1]];
    if (!before || !after) return true;
    const fault = loneFault(readings[index - 2]?.value ?? 0, before.value, value, after.value);
    if (fault === 'dip') faults.dipCount++;
    if (fault === 'spike') faults.spikeCount++;
    return fault === null;
  });
}

/**
 * Adds the differences between successive readings of a register, each spread evenly over the time between the two.
 * A reading lower than the one before is a reset: what the register shows now was used since, and is counted; what it
 * counted between its last reading and the reset is lost (a roll-over from its highest value is read the same way), so the
 * result is a lower bound. A single reading that drops and is back at or above the former at the next is a fault and passed over;
 * so is one that rises and at the next is back, at or above the former, unless the register had just begun again.
 * Energy across a gap longer than maxGapMs is real and counted; only when it was used is an estimate, and its slots say so.
 * After a silence longer than {@link neededMarginMs} the record begins anew, as with another meter: nothing is counted across it.
 */
export function addCounter(
  sums: SlotSums,
  points: readonly EnergyPoint[],
  metric: CounterMetric,
  faults: PointFaults,
): void {
  const possible = points.filter(({ value }) => isCounterReading(value, faults));
  for (const stretch of stretches(possible, neededMarginMs(metric))) {
    addStretch(sums, withoutLoneFaults(stretch, faults), metric.maxGapMs ?? COUNTER_MAX_GAP_MS, faults);
  }
}

function addStretch(sums: SlotSums, readings: readonly EnergyPoint[], maxGapMs: number, faults: PointFaults): void {
  for (let index = 1; index < readings.length; index++) {
    const before = readings[index - 1]!;
    const now = readings[index]!;
    const isReset = now.value < before.value;
    if (isReset) faults.resetCount++;
    const usedKwh = isReset ? now.value : now.value - before.value;
    const gapMs = now.atMs - before.atMs;
    const span = { fromMs: before.atMs, toMs: now.atMs };
    addSpan(sums, span, (from, to) => usedKwh * ((to - from) / gapMs), gapMs > maxGapMs);
  }
}
