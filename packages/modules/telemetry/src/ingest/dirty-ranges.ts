import { HOUR_MS, MINUTE_MS } from '@tenon/kernel';

/** A half-open span `[from, to)` in milliseconds since the epoch. */
type Span = [fromMs: number, toMs: number];

// A range costs some 20 bytes in the head's row, which is rewritten at each commit.
const MAX_SPANS = 48;
const LATE_MS = 2 * HOUR_MS;
const GAPS_MS = [HOUR_MS, 24 * HOUR_MS, 31 * 24 * HOUR_MS, Infinity] as const;

function merged(spans: readonly Span[], gapMs: number): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && span[0] - last[1] <= gapMs) last[1] = Math.max(last[1], span[1]);
    else result.push([...span]);
  }
  return result;
}

/**
 * Which minutes of a shape have new points, as few ranges. Points later than two hours mark whole hours, so that
 * replayed history of any step grows together; and where the ranges would still be many, the gaps between them are marked
 * too. Marking too much costs a roll-up some work, marking too little would leave it wrong.
 */
export class DirtyRanges {
  private readonly spans: Span[] = [];

  constructor(private readonly nowMs: number) {}

  add(atMs: number): void {
    const last = this.spans.at(-1);
    if (last && atMs >= last[0] && atMs < last[1]) return;
    const stepMs = this.nowMs - atMs > LATE_MS ? HOUR_MS : MINUTE_MS;
    const fromMs = Math.floor(atMs / stepMs) * stepMs;
    if (last && fromMs === last[1]) last[1] = fromMs + stepMs;
    else this.spans.push([fromMs, fromMs + stepMs]);
  }

  /** The only range, where there is one, as there nearly always is; else `null`. */
  get only(): Readonly<Span> | null {
    return this.spans.length === 1 ? (this.spans[0] ?? null) : null;
  }

  /** The ranges, in order and apart, as text of a `tstzmultirange`. */
  toMultirange(): string {
    return `{${this.few().map(([fromMs, toMs]) => `[${new Date(fromMs).toISOString()},${new Date(toMs).toISOString()})`).join()}}`;
  }

  private few(): Span[] {
    let spans = merged(
      this.spans.toSorted((a, b) => a[0] - b[0]),
      0,
    );
    for (const gapMs of GAPS_MS) {
      if (spans.length <= MAX_SPANS) break;
      spans = merged(spans, gapMs);
    }
    return spans;
  }
}
