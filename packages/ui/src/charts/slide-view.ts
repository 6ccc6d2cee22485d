import type uPlot from 'uplot';
import type { InstantRange } from '../range/range.js';

const SLIDE_MS = 120;
const easeOut = (part: number): number => 1 - (1 - part) ** 3;

/** Moves the plot's time axis to a range; with `isSlid`, over 120 ms, so that a new value is seen to arrive. Returns how to stop. */
export function slideView(plot: uPlot, to: InstantRange, isSlid: boolean): () => void {
  const from = { fromMs: plot.scales['x']?.min ?? to.fromMs, toMs: plot.scales['x']?.max ?? to.toMs };
  const isStill = !isSlid || matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isStill) {
    plot.setScale('x', { min: to.fromMs, max: to.toMs });
    return () => undefined;
  }
  const startedMs = performance.now();
  let frame = 0;
  const step = (nowMs: number): void => {
    const part = easeOut(Math.min(1, Math.max(0, (nowMs - startedMs) / SLIDE_MS)));
    plot.setScale('x', { min: from.fromMs + (to.fromMs - from.fromMs) * part, max: from.toMs + (to.toMs - from.toMs) * part });
    if (part < 1) frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return () => { cancelAnimationFrame(frame); };
}
