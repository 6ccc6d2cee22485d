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
  /** Behind which gateway; empty for all. */
  readonly gateway: string;
  /** The same as the api is asked for it. */
  readonly filter: { readonly search: string | null; readonly connection: ConnectionState | null; readonly gatewayId: string | null };
  type(text: string): void;
  keepState(state: StateChoice): void;
  keepGateway(id: string): void;
  reset(): void;
}

function stateFrom(text: string | null): StateChoice {
  return STATE_CHOICES.find((choice) => choice === text) ?? 'ALL';
}

/** @param narrowed what is to stand in the address, empty for what is not to */
function write(narrowed: Readonly<Partial<Record<'q' | 'state' | 'gateway', string>>>): void {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(narrowed)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  history.replaceState(null, '', text ? `?${text}` : location.pathname);
}

/** What the list is narrowed to, kept in the address bar. */
export function useMachineSearch(): MachineSearch {
  const params = useSearchParams();
  const asked = params.get('q') ?? '';
  const state = stateFrom(params.get('state'));
  const gateway = params.get('gateway') ?? '';
  const [typed, setTyped] = useTyped(asked, (q) => write({ q }));

  return {
    typed,
    asked,
    state,
    gateway,
    filter: { search: asked || null, connection: state === 'ALL' ? null : state, gatewayId: gateway || null },
    type: setTyped,
    keepState: (next) => write({ state: next === 'ALL' ? '' : next }),
    keepGateway: (gateway) => write({ gateway }),
    reset: () => {
      setTyped('');
      write({ q: '', state: '', gateway: '' });
    },
  };
}
