'use client';

import { useSyncExternalStore } from 'react';

/** As the design's `lg`. */
const WIDE = '(min-width: 64rem)';

function follow(changed: () => void): () => void {
  const wide = matchMedia(WIDE);
  wide.addEventListener('change', changed);
  return () => wide.removeEventListener('change', changed);
}

/** Whether there is room for two columns; undefined until the browser says so. */
export function useIsWide(): boolean | undefined {
  return useSyncExternalStore(follow, () => matchMedia(WIDE).matches, () => undefined);
}
