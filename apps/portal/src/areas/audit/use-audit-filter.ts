'use client';

import { useSearchParams } from 'next/navigation';
import { useTyped } from '../../frame/lists/use-typed';

/** What a trail can be narrowed by, under its names in the address bar; time has its own. */
const KEYS = ['person', 'actorKind', 'subjectKind', 'action', 'subjectId'] as const;
type Key = (typeof KEYS)[number];

export type AuditChoice = Readonly<Partial<Record<Key, string>>>;

/** What the trail is narrowed to, kept in the address bar. */
export interface AuditNarrowing {
  readonly choice: AuditChoice;
  /** What is typed of a person's mail; `choice.person` follows a short pause after. */
  readonly typed: string;
  readonly isNarrowed: boolean;
  type(text: string): void;
  choose(change: AuditChoice): void;
  reset(): void;
}

function write(params: URLSearchParams, change: AuditChoice): void {
  const query = new URLSearchParams(params);
  for (const [key, value] of Object.entries(change)) {
    if (value) query.set(key, value);
    else query.delete(key);
  }
  const text = query.toString();
  history.replaceState(null, '', text ? `?${text}` : location.pathname);
}

export function useAuditFilter(): AuditNarrowing {
  const params = useSearchParams();
  const choice: AuditChoice = Object.fromEntries(KEYS.flatMap((key) => (params.get(key) ? [[key, params.get(key)]] : [])));
  const asked = choice.person ?? '';
  const [typed, setTyped] = useTyped(asked, (person) => write(params, { person }));

  return {
    choice,
    typed,
    isNarrowed: Object.keys(choice).length > 0,
    type: setTyped,
    // Another kind of thing has other actions, and is another thing.
    choose: (change) => write(params, 'subjectKind' in change ? { action: '', subjectId: '', ...change } : change),
    reset: () => {
      setTyped('');
      write(params, Object.fromEntries(KEYS.map((key) => [key, ''])));
    },
  };
}
