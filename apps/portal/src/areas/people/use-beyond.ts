'use client';

import { beyond } from '@tenon/domain/identity';
import { useCallback, useMemo } from 'react';
import { useViewer } from '../../viewer/viewer-context';

/** What of some permissions goes beyond the reader's own; nobody gives more than they hold, and the api asks the same. */
export function useBeyond(): (permissions: readonly string[]) => readonly string[] {
  const { permissions: held } = useViewer();
  const own = useMemo(() => new Set(held), [held]);
  return useCallback((permissions) => beyond(own, permissions), [own]);
}
