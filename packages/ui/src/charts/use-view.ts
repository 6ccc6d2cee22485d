'use client';
import { useMemo, useState } from 'react';
import type { InstantRange } from '../range/range.js';
import type { AlignedSeries } from './align-series.js';

export interface ViewWishes {
  readonly aligned: AlignedSeries;
  readonly range: InstantRange | undefined;
  readonly live: { readonly windowMs: number } | undefined;
  readonly onRangeChange: ((range: InstantRange) => void) | undefined;
  readonly onReset: (() => void) | undefined;
}

export interface View {
  readonly view: InstantRange;
  /** Stands where someone put it, and no longer slides. */
  readonly isHeld: boolean;
  readonly hold: (range: InstantRange) => void;
  readonly release: () => void;
}

const HOUR_MS = 3_600_000;

function extent({ atMs }: AlignedSeries): InstantRange {
  const [first, last] = [atMs[0], atMs.at(-1)];
  if (first === undefined || last === undefined) return { fromMs: 0, toMs: HOUR_MS };
  return first === last ? { fromMs: first - HOUR_MS / 2, toMs: last + HOUR_MS / 2 } : { fromMs: first, toMs: last };
}

/** Which stretch of time is seen: where it was dragged to, else the page's range, else the live window, else all there is. */
export function useView({ aligned, range, live, onRangeChange, onReset }: ViewWishes): View {
  const [held, setHeld] = useState<InstantRange>();
  const windowMs = live?.windowMs;
  const natural = useMemo(() => {
    const all = extent(aligned);
    return windowMs === undefined || range ? all : { fromMs: all.toMs - windowMs, toMs: all.toMs };
  }, [aligned, windowMs, range]);
  // With a listener the page holds the range; without one the chart does.
  const isOwn = onRangeChange === undefined;
  return {
    view: (isOwn ? held : undefined) ?? range ?? natural,
    isHeld: isOwn && held !== undefined,
    hold: (next) => {
      if (isOwn) setHeld(next);
      else onRangeChange(next);
    },
    release: () => {
      setHeld(undefined);
      onReset?.();
    },
  };
}
