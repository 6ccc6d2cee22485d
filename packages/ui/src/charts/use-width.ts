'use client';
import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

const FIRST_GUESS_PX = 640;

/** The width an element has been given, kept up as the page changes. */
export function useWidth<E extends HTMLElement>(): readonly [RefObject<E | null>, number] {
  const box = useRef<E>(null);
  const [width, setWidth] = useState(FIRST_GUESS_PX);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = (): void => { setWidth(Math.max(160, Math.floor(element.clientWidth))); };
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    measure();
    return () => { watcher.disconnect(); };
  }, []);
  return [box, width];
}
