import type { MachineState } from '../feedback/machine-state.js';
import type { InstantRange } from '../range/range.js';

export interface StateSegment {
  readonly state: MachineState;
  readonly fromMs: number;
  /** Excluded. */
  readonly toMs: number;
  readonly note?: string;
}

/** Segments within the range, cut to it, in order of time. */
export function clipSegments(segments: readonly StateSegment[], { fromMs, toMs }: InstantRange): StateSegment[] {
  return segments
    .filter((segment) => segment.toMs > fromMs && segment.fromMs < toMs)
    .map((segment) => ({ ...segment, fromMs: Math.max(segment.fromMs, fromMs), toMs: Math.min(segment.toMs, toMs) }))
    .sort((one, other) => one.fromMs - other.fromMs);
}

/** For drawing: neighbours of one state become one, and what is thinner than `leastMs` joins the one before it unless it is a fault. */
export function mergeForDrawing(segments: readonly StateSegment[], leastMs: number): StateSegment[] {
  const drawn: StateSegment[] = [];
  for (const segment of segments) {
    const before = drawn.at(-1);
    const isNext = before !== undefined && segment.fromMs - before.toMs < leastMs;
    const isThin = segment.toMs - segment.fromMs < leastMs && segment.state !== 'fault';
    if (isNext && (before.state === segment.state || isThin)) drawn[drawn.length - 1] = { ...before, toMs: segment.toMs };
    else drawn.push(segment);
  }
  return drawn;
}

/** The segment at an instant. */
export function segmentAt(segments: readonly StateSegment[], atMs: number): StateSegment | undefined {
  return segments.find((segment) => segment.fromMs <= atMs && atMs < segment.toMs);
}
