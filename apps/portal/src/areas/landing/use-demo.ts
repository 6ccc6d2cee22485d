'use client';

import { useEffect, useState } from 'react';
import type { DemoMoment } from './demo-press';

const LOOK_EVERY_MS = 2_000;

async function look(signal: AbortSignal): Promise<DemoMoment | null> {
  try {
    const answer = await fetch('/demo', { signal });
    return answer.ok ? ((await answer.json()) as DemoMoment) : null;
  } catch {
    // The picture stands still until the next look; nothing on the page depends on it.
    return null;
  }
}

/** The machine as it goes on, while somebody looks at it. */
export function useDemo(first: DemoMoment): DemoMoment {
  const [moment, setMoment] = useState(first);
  useEffect(() => {
    const ending = new AbortController();
    const timer = setInterval(() => {
      if (document.hidden) return;
      void look(ending.signal).then((next) => next && setMoment(next));
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      ending.abort();
    };
  }, []);
  return moment;
}
