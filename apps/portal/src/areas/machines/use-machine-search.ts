'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { ConnectionState } from '../../generated/documents';

export type StateChoice = ConnectionState | 'ALL';
export const STATE_CHOICES = ['ALL', 'ONLINE', 'QUIET', 'OFFLINE', 'NEVER'] as const satisfies readonly StateChoice[];

const TYPING_PAUSE_MS = 250;

interface MachineSearch {
  readonly typed: string;
  /** What is asked of the api, a short pause after typing. */
  readonly asked: string;
  readonly state: StateChoice;
  type(text: string): void;
  keepState(state: StateChoice): void;
  reset(): void;
}

function stateFrom(text: string | null): StateChoice {
  return STATE_CHOICES.find((choice) => choice === text) ?? 'ALL';
}

function write(q: string, state: StateChoice): void {
  const query = new URLSearchParams();
  if (q) query.set('q', q);
  if (state !== 'ALL') query.set('state', state);
  const text = query.toString();
  history.replaceState(null, '', text ? `?${text}` : location.pathname);
}

/** What the list is narrowed to, kept in the address bar. */
export function useMachineSearch(): MachineSearch {
  const params = useSearchParams();
  const asked = params.get('q') ?? '';
  const state = stateFrom(params.get('state'));
  const [typed, setTyped] = useState(asked);

  useEffect(() => {
    if (typed.trim() === asked) return undefined;
    const timer = setTimeout(() => write(typed.trim(), state), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, asked, state]);

  return {
    typed,
    asked,
    state,
    type: setTyped,
    keepState: (next) => write(asked, next),
    reset: () => {
      setTyped('');
      write('', 'ALL');
    },
  };
}
