import { MINUTE_MS } from '@tenon/kernel';

/** What had been counted at a moment of a clock that only goes forward, in milliseconds; counts only grow. */
export interface Counted {
  readonly atMs: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** By how much counts grew within a span of time. */
export interface Growth {
  /** Milliseconds; about a minute, less of what has not run for one yet. */
  readonly spanMs: number;
  /** Without what did not grow. */
  readonly counts: ReadonlyMap<string, number>;
}

/** By how much counts grew within the last minute, out of what they were now and then. */
export class LastMinute {
  private kept: Counted[];

  constructor(beginning: Counted) {
    this.kept = [beginning];
  }

  /** Takes in what is counted by now, and says what of it is of the last minute: since the newest reading that is a minute old, or since the beginning. */
  add(now: Counted): Growth {
    const base = this.kept.findLastIndex(({ atMs }) => now.atMs - atMs >= MINUTE_MS);
    this.kept = [...this.kept.slice(Math.max(base, 0)), now];
    const [first = now] = this.kept;
    const grown = [...now.counts].map(([name, count]): [string, number] => [name, count - (first.counts.get(name) ?? 0)]);
    return { spanMs: now.atMs - first.atMs, counts: new Map(grown.filter(([, count]) => count > 0)) };
  }
}

/** How often a second. @param spanMs 0 gives 0: nothing is known yet */
export function perSecond(count: number, spanMs: number): number {
  return spanMs > 0 ? (count * 1_000) / spanMs : 0;
}
