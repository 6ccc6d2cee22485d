import { alignedRange, COUNTER_MARGIN_MS, neededMarginMs, type EnergyMetric, type EnergyPoint } from '@tenon/domain/energy';
import type { TimeRange } from '@tenon/kernel';
import type { TenantTx } from '@tenon/db';
import type { ReadPoints } from '@tenon/telemetry';

/** Points around a range as a counter needs them: two readings on each side, so that a lone dip at the seam is seen for what it is. */
async function neighbours(points: ReadPoints, tx: TenantTx, seriesId: number, range: TimeRange): Promise<{ before: EnergyPoint[]; after: EnergyPoint[] }> {
  const first = await points.previousPoint(tx, seriesId, range.fromMs);
  const second = first && (await points.previousPoint(tx, seriesId, first.atMs));
  const next = await points.nextPoint(tx, seriesId, range.toMs);
  const afterNext = next && (await points.nextPoint(tx, seriesId, next.atMs + 1));
  const near = (point: EnergyPoint | null): point is EnergyPoint =>
    point !== null && point.atMs >= range.fromMs - COUNTER_MARGIN_MS && point.atMs <= range.toMs + COUNTER_MARGIN_MS;
  return { before: [second ?? null, first].filter(near), after: [next, afterNext ?? null].filter(near) };
}

/**
 * Which quarter-hours new points in `changed` may alter. A counter's reading changes everything back to the reading before
 * and on to the one after; an interval's, one interval; a power's, as far as it is held.
 */
export async function affectedRange(points: ReadPoints, tx: TenantTx, seriesId: number, metric: EnergyMetric, changed: TimeRange): Promise<TimeRange> {
  if (metric.quantity !== 'counter') {
    const marginMs = neededMarginMs(metric);
    return alignedRange({ fromMs: changed.fromMs - marginMs, toMs: changed.toMs + marginMs });
  }
  const { before, after } = await neighbours(points, tx, seriesId, changed);
  return alignedRange({ fromMs: before[0]?.atMs ?? changed.fromMs, toMs: (after.at(-1)?.atMs ?? changed.toMs) + 1 });
}

/** Every point that has a say in the slots of `range`, in time order. */
export async function pointsFor(points: ReadPoints, tx: TenantTx, seriesId: number, metric: EnergyMetric, range: TimeRange): Promise<EnergyPoint[]> {
  if (metric.quantity !== 'counter') {
    const marginMs = neededMarginMs(metric);
    return points.seriesPoints(tx, seriesId, { fromMs: range.fromMs - marginMs, toMs: range.toMs + marginMs + 1 });
  }
  const { before, after } = await neighbours(points, tx, seriesId, range);
  return [...before, ...(await points.seriesPoints(tx, seriesId, range)), ...after];
}
