'use client';

import { useEffect, useState } from 'react';

const TYPING_PAUSE_MS = 150;

/** A text once it has stood for a moment, so that the api is not asked for every letter; nothing at once when it is empty. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return text === '' ? '' : settled;
}
