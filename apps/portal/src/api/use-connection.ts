'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { liveStatus } from './live-state';
import { networkState } from './network-state';

/** `away`: this device has no network by which the portal answers. `lost`: the platform's live connection broke and is being sought again. */
export type Connection = 'well' | 'away' | 'lost';

const SHOWN_AFTER_MS = 2_500;

/** How this page stands to the platform; a short hiccup is not mentioned. */
export function useConnection(): Connection {
  const isCutOff = useSyncExternalStore(networkState.subscribe, () => networkState.isCutOff, () => false);
  const live = useSyncExternalStore(liveStatus.subscribe, () => liveStatus.state, () => 'idle' as const);
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    if (live !== 'lost') {
      setIsLost(false);
      return undefined;
    }
    const timer = setTimeout(() => setIsLost(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [live]);
  if (isCutOff) return 'away';
  return isLost ? 'lost' : 'well';
}
