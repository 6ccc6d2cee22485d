'use client';

import { useSearchParams } from 'next/navigation';
import { useTyped } from '../../frame/lists/use-typed';
import type { ConnectionState } from '../../generated/documents';
import { ALL, type Where } from '../plant/where';

export type StateChoice = ConnectionState | 'ALL';
export const STATE_CHOICES = ['ALL', 'ONLINE', 'QUIET', 'OFFLINE', 'NEVER'] as const satisfies readonly StateChoice[];

/** What the list is narrowed to, apart from what is typed; empty where it is not. */
interface Narrowed {
  readonly state: StateChoice;
  readonly where: Where;
  /** A type's id, or `none`. */
  readonly type: string;
  readonly tag: string;
  /** Behind which gateway, by its id. */
  readonly gateway: string;
}

interface MachineSearch extends Narrowed {
  readonly typed: string;
  /** What is asked of the api, a short pause after typing. */
  readonly asked: string;
  /** Whether anything but a place narrows the list. */
  readonly isNarrowed: boolean;
  typeText(text: string): void;
  narrow(to: Partial<Narrowed>): void;
  reset(): void;
}

const WIDE: Narrowed = { state: 'ALL', where: ALL, type: '', tag: '', gateway: '' };
/** By which parameter of the address each goes. */
const PARAMETERS = { state: 'state', where: 'place', type: 'type', tag: 'tag', gateway: 'gateway' } as const satisfies Readonly<Record<keyof Narrowed, string>>;

function write(changes: Partial<Narrowed & { q: string }>): void {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    const parameter = name === 'q' ? 'q' : PARAMETERS[name as keyof Narrowed];
    if (value === '' || value === WIDE[name as keyof Narrowed]) query.delete(parameter);
    else query.set(parameter, value);
  }
  const text = query.toString();
  history.replaceState(null, '', text ? `?${text}` : location.pathname);
}

function narrowedIn(params: Pick<URLSearchParams, 'get'>): Narrowed {
  const stands = (name: keyof Narrowed): string => params.get(PARAMETERS[name]) ?? WIDE[name];
  return { state: STATE_CHOICES.find((choice) => choice === stands('state')) ?? 'ALL', where: stands('where'), type: stands('type'), tag: stands('tag'), gateway: stands('gateway') };
}

/** What the list is narrowed to, kept in the address bar. */
export function useMachineSearch(): MachineSearch {
  const params = useSearchParams();
  const asked = params.get('q') ?? '';
  const [typed, setTyped] = useTyped(asked, (q) => write({ q }));
  const narrowed = narrowedIn(params);
  const { where: _where, ...apart } = narrowed;
  return {
    ...narrowed,
    typed,
    asked,
    isNarrowed: asked !== '' || Object.entries(apart).some(([name, value]) => value !== WIDE[name as keyof Narrowed]),
    typeText: setTyped,
    narrow: write,
    reset: () => {
      setTyped('');
      write({ ...WIDE, q: '' });
    },
  };
}
