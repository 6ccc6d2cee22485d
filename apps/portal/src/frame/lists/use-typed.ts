'use client';

import { useEffect, useRef, useState } from 'react';

const TYPING_PAUSE_MS = 250;

/**
 * What somebody types to search a list, which is asked for a short pause later; and what is asked for by other means, such as a view of
 * theirs, stands in the field as if typed.
 */
export function useTyped(asked: string, ask: (text: string) => void): readonly [typed: string, type: (text: string) => void] {
  const [typed, setTyped] = useState(asked);
  const [sent, setSent] = useState(asked);
  const [seen, setSeen] = useState(asked);
  if (seen !== asked) {
    setSeen(asked);
    // One's own words come back while one types on.
    if (asked !== sent) {
      setSent(asked);
      setTyped(asked);
    }
  }
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    const text = typed.trim();
    if (text === sent) return undefined;
    const timer = setTimeout(() => {
      setSent(text);
      latest.current(text);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, sent]);
  return [typed, setTyped];
}
