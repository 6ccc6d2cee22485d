import type { InstantRange } from '../range/range.js';

/** Slides a range by a part of its length: 0.25 goes on by a quarter, −1 back by a whole. */
export function panned({ fromMs, toMs }: InstantRange, part: number): InstantRange {
  const shiftMs = Math.round((toMs - fromMs) * part);
  return { fromMs: fromMs + shiftMs, toMs: toMs + shiftMs };
}

const LEAST_SPAN_MS = 1_000;

/** Narrows (factor below 1) or widens a range about a point in it (0 left end, 1 right end), to a second at the narrowest. */
export function zoomed({ fromMs, toMs }: InstantRange, factor: number, about = 0.5): InstantRange {
  const spanMs = toMs - fromMs;
  const nextMs = Math.max(LEAST_SPAN_MS, spanMs * factor);
  const start = Math.round(fromMs + (spanMs - nextMs) * about);
  return { fromMs: start, toMs: start + Math.round(nextMs) };
}

/** Two fingers at `before` (0–1 across the plot) moved to `after`: what lay under them stays under them. */
export function pinched(range: InstantRange, before: readonly [number, number], after: readonly [number, number]): InstantRange {
  const [a, b] = before;
  const [c, d] = after;
  if (Math.abs(d - c) < 0.02 || Math.abs(b - a) < 0.02) return range;
  const spanMs = range.toMs - range.fromMs;
  const nextMs = Math.max(LEAST_SPAN_MS, (spanMs * (b - a)) / (d - c));
  const fromMs = Math.round(range.fromMs + a * spanMs - c * nextMs);
  return { fromMs, toMs: fromMs + Math.round(nextMs) };
}
