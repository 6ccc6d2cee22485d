'use client';

import { useCallback } from 'react';
import { postAuth } from './post-auth';

/** Ends the session. The page is left whole, so that nothing of the company stays in memory. */
export function useSignOut(): () => Promise<void> {
  return useCallback(async () => {
    await postAuth('sign-out');
    location.assign('/');
  }, []);
}
