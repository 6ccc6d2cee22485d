'use client';

import { useCallback, useSyncExternalStore, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

const slots = new Set<HTMLElement>();
const listeners = new Set<() => void>();
/** Where the frame changes between its two header lines. */
const WIDE = '(min-width: 48rem)';

function changed(): void {
  for (const listener of listeners) listener();
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  const wide = matchMedia(WIDE);
  wide.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    wide.removeEventListener('change', listener);
  };
}

/** Of the frame's two places for the picker, the one that is laid out. */
function visibleSlot(): HTMLElement | null {
  return [...slots].find((slot) => slot.getClientRects().length > 0) ?? null;
}

/** The place in the header line where a page's range picker goes. The frame draws one for wide screens and one for phones. */
export function RangeSlot() {
  const ref = useCallback((slot: HTMLDivElement | null) => {
    if (!slot) return undefined;
    slots.add(slot);
    changed();
    return () => {
      slots.delete(slot);
      changed();
    };
  }, []);
  return <div ref={ref} className="flex min-h-(--tn-control) items-center" />;
}

/** Puts a page's range picker into the header line. */
export function InRangeSlot({ children }: { children: ReactNode }) {
  const slot = useSyncExternalStore(watch, visibleSlot, () => null);
  return slot && createPortal(children, slot);
}
