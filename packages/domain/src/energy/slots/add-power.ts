import { HOUR_MS } from '@tenon/kernel';
import { POWER_MAX_HOLD_MS } from './energy-metric.js';
import type { EnergyPoint, PowerMetric } from './energy-metric.js';
import { isReadable } from './point-faults.js';
import type { PointFaults } from './point-faults.js';
import { addSpan } from './slot-sums.js';
import type { SlotSums } from './slot-sums.js';

function drawnPower(points: readonly EnergyPoint[], faults: PointFaults): EnergyPoint[] {
  const drawn: EnergyPoint[] = [];
  for (const { atMs, value } of points) {
    if (!isReadable(value, faults)) continue;
    if (value < 0) {
      faults.negativeCount++;
      drawn.push({ atMs, value: 0 });
    } else drawn.push({ atMs, value });
  }
  return drawn;
}

/**
 * Adds power integrated over time, a straight line drawn between successive readings (the trapezoid rule).
 * Between readings further apart than maxHoldMs nothing is counted and the time is not covered: a pause of the sender is not
 * a pause of the machine. Power below zero (feeding back, or a sensor's offset) draws nothing and counts as 0 kW;
 * above MAX_READING it is passed over.
 */
export function addPower(
  sums: SlotSums,
  points: readonly EnergyPoint[],
  metric: PowerMetric,
  faults: PointFaults,
): void {
  const maxHoldMs = metric.maxHoldMs ?? POWER_MAX_HOLD_MS;
  const readings = drawnPower(points, faults);
  for (let index = 1; index < readings.length; index++) {
    const before = readings[index - 1]!;
    const now = readings[index]!;
    const gapMs = now.atMs - before.atMs;
    if (gapMs > maxHoldMs) continue;
    const slopeKwPerMs = (now.value - before.value) / gapMs;
    const energyWithin = (fromMs: number, toMs: number): number => {
      const meanKw = before.value + slopeKwPerMs * ((fromMs + toMs) / 2 - before.atMs);
      return (meanKw * (toMs - fromMs)) / HOUR_MS;
    };
    addSpan(sums, { fromMs: before.atMs, toMs: now.atMs }, energyWithin, false);
  }
}
