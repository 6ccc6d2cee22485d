'use client';
import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import type { InstantRange } from '../range/range.js';
import { drawnWindow, movedWindow } from './overview-window.js';
import type { Grip, WindowBounds } from './overview-window.js';

/** Less than this is a press, not a drag. */
const LEAST_DRAG_PX = 4;

interface Held {
  readonly grip: Grip | undefined;
  readonly window: InstantRange;
  readonly startPx: number;
}

export interface WindowDrag {
  /** The window as it is being dragged. */
  readonly draft: InstantRange | undefined;
  readonly handlers: Readonly<Record<'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel', (event: PointerEvent<HTMLElement>) => void>>;
}

const gripAt = ({ target }: PointerEvent): Grip | undefined => (target instanceof HTMLElement ? (target.dataset['grip'] as Grip | undefined) : undefined);

/**
 * Drags a window or an edge of it; beside the window a drag draws another one, and a press brings it there. What is chosen is told once, when
 * it is let go.
 * @param atPx the instant at a place, in px from the element's left
 */
export function useWindowDrag(window: InstantRange, bounds: WindowBounds, atPx: (px: number) => number, onChange: (window: InstantRange) => void): WindowDrag {
  const held = useRef<Held>(undefined);
  const [draft, setDraft] = useState<InstantRange>();
  const placeOf = (event: PointerEvent<HTMLElement>): number => event.clientX - event.currentTarget.getBoundingClientRect().left;
  const dragged = ({ grip, window: before, startPx }: Held, px: number): InstantRange => {
    const byMs = atPx(px) - atPx(startPx);
    if (grip) return movedWindow(before, grip, byMs, bounds);
    if (Math.abs(px - startPx) >= LEAST_DRAG_PX) return drawnWindow(atPx(startPx), atPx(px), bounds);
    return movedWindow(before, 'whole', atPx(px) - (before.fromMs + before.toMs) / 2, bounds);
  };
  const release = (): Held | undefined => {
    const last = held.current;
    held.current = undefined;
    setDraft(undefined);
    return last;
  };
  return {
    draft,
    handlers: {
      onPointerDown: (event) => {
        if (event.button !== 0 || held.current) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { grip: gripAt(event), window, startPx: placeOf(event) };
      },
      onPointerMove: (event) => {
        if (held.current && Math.abs(placeOf(event) - held.current.startPx) >= LEAST_DRAG_PX) setDraft(dragged(held.current, placeOf(event)));
      },
      onPointerUp: (event) => {
        const last = release();
        if (!last) return;
        const isMoved = Math.abs(placeOf(event) - last.startPx) >= LEAST_DRAG_PX;
        if (isMoved || !last.grip) onChange(dragged(last, placeOf(event)));
      },
      onPointerCancel: () => { release(); },
    },
  };
}
