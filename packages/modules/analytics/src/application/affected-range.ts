import { alignedRange, COUNTER_NEIGHBOURS, isCounterReading, neededMarginMs, type EnergyMetric, type EnergyPoint } from '@tenon/domain/energy';
import type { TimeRange } from '@tenon/kernel';
import type { TenantTx } from '@tenon/db';
import type { ReadPoints } from '@tenon/telemetry';

/** The shortest step between two stamps, one microsecond. */
const NEXT_STAMP_MS = 0.001;
/** How many readings are looked at for those that count; a meter that sends only faults must not keep us for ever. */
const MOST_LOOKS = 64;

/** The readings nearest to `startMs`, nearest first, as far as a silence across which nothing is counted. */
async function nearest(startMs: number, marginMs: number, step: (fromMs: number) => Promise<EnergyPoint | null>): Promise<EnergyPoint[]> {
  const found: EnergyPoint[] = [];
  let lookFromMs = startMs;
  for (let look = 0; look < MOST_LOOKS && found.length < COUNTER_NEIGHBOURS; look += 1) {
    const point = await step(lookFromMs);
    if (!point || Math.abs(point.atMs - (found.at(-1)?.atMs ?? startMs)) > marginMs) break;
    if (isCounterReading(point.value)) found.push(point);
    lookFromMs = point.atMs;
  }
  return found;
}

/** The readings on either side of a range that have a say in what a counter did within it. */
async function neighbours(points: ReadPoints, tx: TenantTx, seriesId: number, range: TimeRange, marginMs: number): Promise<{ before: EnergyPoint[]; after: EnergyPoint[] }> {
  const before = await nearest(range.fromMs, marginMs, (atMs) => points.previousPoint(tx, seriesId, atMs));
  const after = await nearest(range.toMs, marginMs, (atMs) => points.nextPoint(tx, seriesId, atMs === range.toMs ? atMs : atMs + NEXT_STAMP_MS));
  return { before: before.reverse(), after };
}

/**
 * Which quarter-hours new points in `changed` may alter. A counter's reading changes everything back to the readings before
 * that say what it is taken for, and on to those after; an interval's, one interval; a power's, as far as it is held.
 */
export async function affectedRange(points: ReadPoints, tx: TenantTx, seriesId: number, metric: EnergyMetric, changed: TimeRange): Promise<TimeRange> {
  const marginMs = neededMarginMs(metric);
  if (metric.quantity !== 'counter') return alignedRange({ fromMs: changed.fromMs - marginMs, toMs: changed.toMs + marginMs });
  const { before, after } = await neighbours(points, tx, seriesId, changed, marginMs);
  return alignedRange({ fromMs: before[0]?.atMs ?? changed.fromMs, toMs: (after.at(-1)?.atMs ?? changed.toMs) + 1 });
}

/** Every point that has a say in the slots of `range`, in time order. */
export async function pointsFor(points: ReadPoints, tx: TenantTx, seriesId: number, metric: EnergyMetric, range: TimeRange): Promise<EnergyPoint[]> {
  const marginMs = neededMarginMs(metric);
  if (metric.quantity !== 'counter') return points.seriesPoints(tx, seriesId, { fromMs: range.fromMs - marginMs, toMs: range.toMs + marginMs + 1 });
  const { before, after } = await neighbours(points, tx, seriesId, range, marginMs);
  return [...before, ...(await points.seriesPoints(tx, seriesId, range)), ...after];
}
