import { isFillable, type AggregateName } from './aggregate-name.js';

/** What stands in buckets without points. */
export const FILLS = ['none', 'null', 'previous', 'linear', 'constant'] as const;
export type FillKind = (typeof FILLS)[number];

/** How a series' empty buckets are filled. */
export interface FillRule {
  /** `none`: they are left out. `null`: they are there, and empty. The rest put a value into them. */
  readonly kind: FillKind;
  /** For `constant`. */
  readonly value: number;
  /** No value is carried further than this from the bucket it was measured in; Infinity for no bound. Of `linear`, no longer gap is bridged at all. */
  readonly maxGapMs: number;
}

/** What was known of a series before its first bucket. */
export interface Seed {
  readonly atMs: number;
  readonly value: number;
}

type Column = readonly (number | null)[];

/**
 * A column over a grid of buckets, with its gaps filled. A series has no value before its first point, so nothing is filled before that, whatever the rule; and
 * nothing beyond `maxGapMs`. Counts become 0, sums stay null.
 * @param startsMs start of each bucket, ascending
 * @param values null where the bucket has no point
 * @param seed the newest point before the first bucket, for `previous` and `constant`: with it the series is known to have begun
 */
export function filledColumn(name: AggregateName, { startsMs, values, seed }: { readonly startsMs: readonly number[]; readonly values: Column; readonly seed: Seed | null }, rule: FillRule): (number | null)[] {
  if (rule.kind === 'none') return [...values];
  if (name === 'count') return values.map((value) => value ?? 0);
  if (!isFillable(name) || rule.kind === 'null') return [...values];
  return rule.kind === 'linear' ? bridged(startsMs, values, rule.maxGapMs) : carried(startsMs, { values, seed }, rule);
}

function carried(startsMs: readonly number[], { values, seed }: { readonly values: Column; readonly seed: Seed | null }, { kind, value: constant, maxGapMs }: FillRule): (number | null)[] {
  let last = seed;
  return values.map((value, place) => {
    const atMs = startsMs[place] as number;
    if (value !== null) last = { atMs, value };
    if (value !== null || last === null || atMs - last.atMs > maxGapMs) return value;
    return kind === 'constant' ? constant : last.value;
  });
}

/** Between two known values along the straight line, by the starts of their buckets; what lies behind the last one stays empty. */
function bridged(startsMs: readonly number[], values: Column, maxGapMs: number): (number | null)[] {
  const filled = [...values];
  let left = -1;
  for (const [right, value] of values.entries()) {
    if (value === null) continue;
    const [fromMs, toMs, from] = [startsMs[left] ?? NaN, startsMs[right] as number, values[left] ?? NaN];
    if (left >= 0 && toMs - fromMs <= maxGapMs) {
      for (let place = left + 1; place < right; place += 1) filled[place] = between(from, value, ((startsMs[place] as number) - fromMs) / (toMs - fromMs));
    }
    left = right;
  }
  return filled;
}

/** Weighed and then added, so that neither a difference nor a sum of two large values overflows. */
function between(from: number, to: number, share: number): number {
  return from * (1 - share) + to * share;
}
