import type { TimeRange } from '@tenon/kernel';

/** A stretch between two readings in which others were due. */
export interface Gap extends TimeRange {
  /** About how many. */
  readonly absent: number;
}

/** A spacing of less than so many intervals is a reading that came a little late. */
const TOLERANCE = 1.75;

/**
 * Where readings are absent between those that are there.
 * @param atMs distinct stamps in order; the first and the last are where the look begins and ends
 * @param intervalMs how often one is expected
 */
export function gapsBetween(atMs: ArrayLike<number>, intervalMs: number): Gap[] {
  const gaps: Gap[] = [];
  for (let place = 1; place < atMs.length; place += 1) {
    const [fromMs, toMs] = [atMs[place - 1] as number, atMs[place] as number];
    if (toMs - fromMs < intervalMs * TOLERANCE) continue;
    gaps.push({ fromMs, toMs, absent: Math.max(1, Math.round((toMs - fromMs) / intervalMs) - 1) });
  }
  return gaps;
}

/** Whether a part of a gap is long enough for a reading to be absent in it; less is how long the one before or behind it took. */
export function isGapOf({ fromMs, toMs, absent }: Gap, part: TimeRange): boolean {
  return part.toMs - part.fromMs >= ((toMs - fromMs) / (absent + 1)) * TOLERANCE;
}

/** How many of a gap's readings were due within a range; over ranges that touch it comes to all of them. */
export function absentWithin({ fromMs, toMs, absent }: Gap, range: TimeRange): number {
  const upTo = (atMs: number): number => Math.round((absent * (Math.min(Math.max(atMs, fromMs), toMs) - fromMs)) / (toMs - fromMs));
  return upTo(range.toMs) - upTo(range.fromMs);
}
