'use client';

import { useSearchParams } from 'next/navigation';
import { useTyped } from '../../frame/lists/use-typed';

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
  const [typed, setTyped] = useTyped(asked, write);
  return { typed, asked, type: setTyped };
}
