'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** One word of the page's state in the address bar, changed without asking the server. */
export function usePageParam(name: string): [string | null, (value: string | null) => void] {
  const params = useSearchParams();
  const set = useCallback(
    (value: string | null) => {
      const query = new URLSearchParams(location.search);
      if (value === null) query.delete(name);
      else query.set(name, value);
      const text = query.toString();
      history.replaceState(null, '', text ? `?${text}` : location.pathname);
    },
    [name],
  );
  return [params.get(name), set];
}
