import { COUNTER_MAX_GAP_MS } from './energy-metric.js';
import type { CounterMetric, EnergyPoint } from './energy-metric.js';
import type { PointFaults } from './point-faults.js';
import { addSpan } from './slot-sums.js';
import type { SlotSums } from './slot-sums.js';

/** Readings a register can show: finite, not below zero. */
function possibleReadings(points: readonly EnergyPoint[], faults: PointFaults): EnergyPoint[] {
  return points.filter(({ value }) => {
    if (!Number.isFinite(value)) faults.notFiniteCount++;
    else if (value < 0) faults.negativeCount++;
    else return true;
    return false;
  });
}

/** Without this a gateway that sends one zero while it boots would have the whole register counted again. */
function withoutDips(readings: readonly EnergyPoint[], faults: PointFaults): EnergyPoint[] {
  const kept: EnergyPoint[] = [];
  for (const [index, reading] of readings.entries()) {
    const before = kept.at(-1);
    const after = readings[index + 1];
    const isDip = before !== undefined && after !== undefined && reading.value < before.value && after.value >= before.value;
    if (isDip) faults.dipCount++;
    else kept.push(reading);
  }
  return kept;
}

/**
 * Adds the differences between successive readings of a register, each spread evenly over the time between the two.
 * A reading lower than the one before is a reset: what the register shows now was used since, and is counted; what it
 * counted between its last reading and the reset is lost (a roll-over from its highest value is read the same way), so the
 * result is a lower bound. A single reading that drops and is back at or above the former at the next is a fault and passed over.
 * Energy across a gap longer than maxGapMs is real and counted; only when it was used is an estimate, and its slots say so.
 */
export function addCounter(
  sums: SlotSums,
  points: readonly EnergyPoint[],
  metric: CounterMetric,
  faults: PointFaults,
): void {
  const maxGapMs = metric.maxGapMs ?? COUNTER_MAX_GAP_MS;
  const readings = withoutDips(possibleReadings(points, faults), faults);
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
