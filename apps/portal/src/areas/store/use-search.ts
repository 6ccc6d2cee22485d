'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';

const TYPING_PAUSE_MS = 250;

/** What a list is searched for, kept in the address bar under `q`. */
export interface ListSearch {
  readonly typed: string;
  /** What is asked of the api, a short pause after typing. */
  readonly asked: string;
  type(text: string): void;
}

function write(q: string): void {
  const query = new URLSearchParams(location.search);
  if (q) query.set('q', q);
  else query.delete('q');
  const text = query.toString();
  history.replaceState(null, '', text ? `?${text}` : location.pathname);
}

export function useSearch(): ListSearch {
  const asked = useSearchParams().get('q') ?? '';
  const [typed, setTyped] = useState(asked);
  useEffect(() => {
    if (typed.trim() === asked) return undefined;
    const timer = setTimeout(() => write(typed.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, asked]);
  return { typed, asked, type: setTyped };
}
