'use client';

import { useCallback } from 'react';
import { postAuth } from './post-auth';

/** Ends the session. The page is left whole, so that nothing of the company stays in memory. @param next where to then */
export function useSignOut(next = '/'): () => Promise<void> {
  return useCallback(async () => {
    await postAuth('sign-out');
    location.assign(next);
  }, [next]);
}
