import type { BucketSource } from '@tenon/domain/telemetry';
import { HOUR_MS, MINUTE_MS, type TimeRange } from '@tenon/kernel';
import { clippedRanges, coarsenedRanges, withoutRanges } from './time-ranges.js';

/** Which parts of a range are read from where; together they are the range, and no two overlap. */
export type SplitRange = Readonly<Record<BucketSource, readonly TimeRange[]>>;

/** Each part costs an index look-up; beyond so many, dirty minutes are taken together and clean ones between them read raw as well. */
const MAX_DIRTY_PARTS = 200;

const ROLLED_UP: readonly (readonly [BucketSource, number])[] = [
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
];

/** The whole multiples of `widthMs` in each range, and what is left at the ends. */
function takeWhole(ranges: readonly TimeRange[], widthMs: number): { whole: TimeRange[]; rest: TimeRange[] } {
  const whole: TimeRange[] = [];
  const rest: TimeRange[] = [];
  for (const { fromMs, toMs } of ranges) {
    const inner = { fromMs: Math.ceil(fromMs / widthMs) * widthMs, toMs: Math.floor(toMs / widthMs) * widthMs };
    if (inner.fromMs >= inner.toMs) {
      rest.push({ fromMs, toMs });
      continue;
    }
    whole.push(inner);
    rest.push(...[{ fromMs, toMs: inner.fromMs }, { fromMs: inner.toMs, toMs }].filter((end) => end.fromMs < end.toMs));
  }
  return { whole, rest };
}

/**
 * Splits a range into what is read from hour aggregates, from minute aggregates and from points, so that the sum of all
 * is exact: aggregates are read where they hold all that is stored and lie whole within the range, points elsewhere.
 * @param coarsest the widest aggregate that fits into a bucket
 * @param dirty spans whose aggregates are out of date, in any order
 */
export function splitBySource(range: TimeRange, coarsest: BucketSource, dirty: readonly TimeRange[]): SplitRange {
  if (coarsest === 'raw') return { hour: [], minute: [], raw: [range] };
  const stale = clippedRanges(coarsenedRanges(dirty, MAX_DIRTY_PARTS), range);
  const parts: Record<BucketSource, TimeRange[]> = { hour: [], minute: [], raw: stale };
  let open = withoutRanges(range, stale);
  for (const [source, widthMs] of ROLLED_UP) {
    if (source === 'hour' && coarsest === 'minute') continue;
    const { whole, rest } = takeWhole(open, widthMs);
    parts[source] = whole;
    open = rest;
  }
  return { ...parts, raw: [...stale, ...open] };
}
