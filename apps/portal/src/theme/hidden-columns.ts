'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const keyOf = (table: string): string => `tenon-hidden-columns-${table}`;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

/** A browser that keeps nothing shows every column. */
function kept(table: string): string {
  try {
    return localStorage.getItem(keyOf(table)) ?? '';
  } catch {
    return '';
  }
}

function keep(table: string, ids: readonly string[]): void {
  try {
    localStorage.setItem(keyOf(table), ids.join(','));
  } catch {
    // Then it holds for nothing, and the box stays as it was.
  }
  for (const listener of listeners) listener();
}

/** Which columns of a table this browser hides, remembered, and how to change it. */
export function useHiddenColumns(table: string): { readonly hidden: ReadonlySet<string>; toggle(id: string): void; hideOnly(ids: readonly string[]): void } {
  const text = useSyncExternalStore(subscribe, () => kept(table), () => '');
  const hidden = useMemo(() => new Set(text.split(',').filter(Boolean)), [text]);
  const toggle = useCallback(
    (id: string) => {
      const next = new Set(kept(table).split(',').filter(Boolean));
      if (!next.delete(id)) next.add(id);
      keep(table, [...next]);
    },
    [table],
  );
  const hideOnly = useCallback((ids: readonly string[]) => keep(table, ids), [table]);
  return { hidden, toggle, hideOnly };
}
