'use client';

import { useSearchParams } from 'next/navigation';
import { useTyped } from '../../frame/lists/use-typed';
import type { ConnectionState } from '../../generated/documents';

export type StateChoice = ConnectionState | 'ALL';
export const STATE_CHOICES = ['ALL', 'ONLINE', 'QUIET', 'OFFLINE', 'NEVER'] as const satisfies readonly StateChoice[];

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
  const query = new URLSearchParams(location.search);
  query.delete('q');
  query.delete('state');
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
  const [typed, setTyped] = useTyped(asked, (text) => write(text, state));

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
