import type { BucketSource } from '@tenon/domain/telemetry';
import { HOUR_MS, MINUTE_MS, type TimeRange } from '@tenon/kernel';
import { clippedRanges, coarsenedRanges, mergedRanges, withoutRanges } from './time-ranges.js';

/** Which parts are read from where; together they are all that was asked for, and no two overlap. */
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
 * Splits spans of time into what is read from hour aggregates, from minute aggregates and from points, so that the sum
 * of all is exact: aggregates are read where they hold all that is stored and lie whole within one span, points elsewhere.
 * @param spans in order, not overlapping; where two touch, no aggregate reaches across
 * @param coarsest the widest aggregate that fits into a bucket
 * @param dirty where aggregates are out of date, in any order
 */
export function splitBySource(spans: readonly TimeRange[], coarsest: BucketSource, dirty: readonly TimeRange[]): SplitRange {
  if (coarsest === 'raw') return { hour: [], minute: [], raw: mergedRanges(spans) };
  const stale = coarsenedRanges(dirty, MAX_DIRTY_PARTS);
  const parts: Record<BucketSource, TimeRange[]> = { hour: [], minute: [], raw: spans.flatMap((span) => clippedRanges(stale, span)) };
  let open = spans.flatMap((span) => withoutRanges(span, stale));
  for (const [source, widthMs] of ROLLED_UP) {
    if (source === 'hour' && coarsest === 'minute') continue;
    const { whole, rest } = takeWhole(open, widthMs);
    parts[source] = mergedRanges(whole);
    open = rest;
  }
  return { ...parts, raw: mergedRanges([...parts.raw, ...open]) };
}
