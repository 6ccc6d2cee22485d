'use client';

import { rangeFromQuery, rangeToQuery, resolveRange, type RangeValue } from '@tenon/ui';
import { useSearchParams } from 'next/navigation';
import { startTransition, useCallback, useEffect, useMemo, useOptimistic, useState } from 'react';

const RANGE_KEYS = ['range', 'from', 'to'];
/** How many times a preset's span is asked anew while it lasts. */
const STEPS = 300;
const SHORTEST_STEP_MS = 30_000;

/** The page's time range: what was chosen, and the instants it means now. */
export interface ChosenRange {
  readonly value: RangeValue;
  readonly fromMs: number;
  readonly toMs: number;
  /** Whether the range ends now and moves on. */
  readonly isMoving: boolean;
  choose(value: RangeValue): void;
}

/** The range in the address bar, shared by everything on the page. A preset moves on by itself. */
export function useRange(fallback?: RangeValue): ChosenRange {
  const params = useSearchParams();
  // The router tells of a new address in a transition, which a slow device leaves for later: the next key of a held arrow must move what the last one chose, not what was.
  const [value, setAhead] = useOptimistic(useMemo(() => rangeFromQuery(params, fallback), [params, fallback]));
  const [nowMs, setNowMs] = useState(() => Date.now());
  const { fromMs, toMs } = useMemo(() => resolveRange(value, nowMs), [value, nowMs]);
  const isMoving = 'preset' in value;
  const spanMs = toMs - fromMs;

  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setInterval(() => setNowMs(Date.now()), Math.max(SHORTEST_STEP_MS, spanMs / STEPS));
    return () => clearInterval(timer);
  }, [isMoving, spanMs]);

  const choose = useCallback(
    (next: RangeValue) => {
      const query = new URLSearchParams(location.search);
      for (const key of RANGE_KEYS) query.delete(key);
      for (const [key, text] of Object.entries(rangeToQuery(next))) query.set(key, text);
      setNowMs(Date.now());
      startTransition(() => {
        setAhead(next);
        history.replaceState(null, '', `?${query.toString()}`);
      });
    },
    [setAhead],
  );
  return { value, fromMs, toMs, isMoving, choose };
}
