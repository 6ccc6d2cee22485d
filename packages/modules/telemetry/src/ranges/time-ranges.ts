import { DAY_MS, HOUR_MS, MINUTE_MS, type TimeRange } from '@tenon/kernel';

/** The ranges in order of time, with those that overlap, touch, or lie no more than `gapMs` apart made one. */
export function mergedRanges(ranges: readonly TimeRange[], gapMs = 0): TimeRange[] {
  const merged: { fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs } of [...ranges].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = merged.at(-1);
    if (last && fromMs - last.toMs <= gapMs) last.toMs = Math.max(last.toMs, toMs);
    else merged.push({ fromMs, toMs });
  }
  return merged;
}

/** The ranges grown outward to whole multiples of `widthMs` since the epoch, and merged. */
export function grownRanges(ranges: readonly TimeRange[], widthMs: number): TimeRange[] {
  return mergedRanges(
    ranges.map(({ fromMs, toMs }) => ({ fromMs: Math.floor(fromMs / widthMs) * widthMs, toMs: Math.ceil(toMs / widthMs) * widthMs })),
  );
}

/** What of `range` none of the `holes` cover; these must be in order and apart, as {@link mergedRanges} gives them. */
export function withoutRanges(range: TimeRange, holes: readonly TimeRange[]): TimeRange[] {
  const left: TimeRange[] = [];
  let fromMs = range.fromMs;
  for (const hole of holes) {
    if (hole.toMs <= fromMs) continue;
    if (hole.fromMs > fromMs) left.push({ fromMs, toMs: Math.min(hole.fromMs, range.toMs) });
    fromMs = hole.toMs;
    if (fromMs >= range.toMs) return left;
  }
  left.push({ fromMs, toMs: range.toMs });
  return left;
}

/** What of the ranges lies within `range`. */
export function clippedRanges(ranges: readonly TimeRange[], range: TimeRange): TimeRange[] {
  return ranges
    .map(({ fromMs, toMs }) => ({ fromMs: Math.max(fromMs, range.fromMs), toMs: Math.min(toMs, range.toMs) }))
    .filter(({ fromMs, toMs }) => fromMs < toMs);
}

/** The ranges grown to whole minutes, or to the least coarse of some wider widths that leaves no more than `limit` of them. */
export function coarsenedRanges(ranges: readonly TimeRange[], limit: number): TimeRange[] {
  const finer = [MINUTE_MS, HOUR_MS, DAY_MS, 7 * DAY_MS].map((widthMs) => grownRanges(ranges, widthMs));
  return finer.find((grown) => grown.length <= limit) ?? grownRanges(ranges, 30 * DAY_MS);
}
