import type { InstantRange } from '../range/range.js';

/** What of a window is held: one of its edges, or the whole. */
export type Grip = 'from' | 'to' | 'whole';

/** The span a window moves in, and how narrow it may become, in ms. */
export interface WindowBounds {
  readonly span: InstantRange;
  readonly leastMs: number;
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** What of a range lies in the span; at the nearer end, without width, where nothing does. */
export function clippedWindow({ fromMs, toMs }: InstantRange, span: InstantRange): InstantRange {
  return { fromMs: clamp(fromMs, span.fromMs, span.toMs), toMs: clamp(toMs, span.fromMs, span.toMs) };
}

/** A window whose edge, or all of it, was moved by so much: it stays in the span, and the whole keeps its length. */
export function movedWindow({ fromMs, toMs }: InstantRange, grip: Grip, byMs: number, { span, leastMs }: WindowBounds): InstantRange {
  const shiftMs = Math.round(byMs);
  if (grip === 'from') return { fromMs: clamp(fromMs + shiftMs, span.fromMs, Math.max(span.fromMs, toMs - leastMs)), toMs };
  if (grip === 'to') return { fromMs, toMs: clamp(toMs + shiftMs, Math.min(span.toMs, fromMs + leastMs), span.toMs) };
  const start = clamp(fromMs + shiftMs, span.fromMs, Math.max(span.fromMs, span.toMs - (toMs - fromMs)));
  return { fromMs: start, toMs: Math.min(span.toMs, start + toMs - fromMs) };
}

/** A new window between two instants, in either order. */
export function drawnWindow(oneMs: number, otherMs: number, { span, leastMs }: WindowBounds): InstantRange {
  const drawn = clippedWindow({ fromMs: Math.round(Math.min(oneMs, otherMs)), toMs: Math.round(Math.max(oneMs, otherMs)) }, span);
  return movedWindow(drawn, drawn.toMs + leastMs > span.toMs ? 'from' : 'to', 0, { span, leastMs });
}

/** Parts of the window's own length, so that an hour and a year are moved with equally many presses. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -0.1, ArrowDown: -0.1, ArrowRight: 0.1, ArrowUp: 0.1, PageDown: -1, PageUp: 1, Home: -Infinity, End: Infinity };

/** What a key makes of a window; undefined where it means nothing. */
export function pressedWindow(key: string, window: InstantRange, grip: Grip, bounds: WindowBounds): InstantRange | undefined {
  const step = STEPS[key];
  if (step === undefined) return undefined;
  const reachMs = bounds.span.toMs - bounds.span.fromMs;
  const lengthMs = Math.max(bounds.leastMs, window.toMs - window.fromMs);
  return movedWindow(window, grip, Number.isFinite(step) ? step * lengthMs : Math.sign(step) * reachMs, bounds);
}
