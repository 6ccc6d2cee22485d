'use client';
import { useEffect, useRef } from 'react';

export interface RangeShortcuts {
  readonly open: () => void;
  readonly earlier: () => void;
  readonly later: () => void;
}

const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"]';
const ACTS: Readonly<Record<string, keyof RangeShortcuts>> = { t: 'open', '[': 'earlier', ']': 'later' };

/** The same keys on every page: t opens, [ goes back, ] goes on. Never while someone is typing. */
export function useRangeShortcuts(isOn: boolean, shortcuts: RangeShortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => { latest.current = shortcuts; });
  useEffect(() => {
    if (!isOn) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const act = ACTS[event.key];
      const isTyping = event.target instanceof Element && event.target.closest(TYPING) !== null;
      if (!act || isTyping || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      event.preventDefault();
      latest.current[act]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => { document.removeEventListener('keydown', onKeyDown); };
  }, [isOn]);
}
