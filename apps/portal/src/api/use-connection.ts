'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { liveStatus } from './live-state';

/** `away`: this device has no network. `lost`: the platform's live connection broke and is being sought again. */
export type Connection = 'well' | 'away' | 'lost';

const SHOWN_AFTER_MS = 2_500;

function onNetworkChange(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** How this page stands to the platform; a short hiccup is not mentioned. */
export function useConnection(): Connection {
  const isOnline = useSyncExternalStore(onNetworkChange, () => navigator.onLine, () => true);
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
  if (!isOnline) return 'away';
  return isLost ? 'lost' : 'well';
}
