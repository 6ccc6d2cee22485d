'use client';

import { CheckIcon } from '@tenon/ui';
import { useLocalized, type Localized } from './use-localized';
import { useScopeWords } from './use-scope-words';

export interface AskedScope {
  readonly permission: string;
  readonly purpose: Localized;
}

/** What an app asks to be allowed, each with the reason it gives. */
export function ScopeList({ scopes }: { scopes: readonly AskedScope[] }) {
  const wordsOf = useScopeWords();
  const localized = useLocalized();
  return (
    <ul className="border-t border-line">
      {scopes.map(({ permission, purpose }) => (
        <li key={permission} className="flex gap-3 border-b border-line py-3">
          <CheckIcon size={16} className="mt-0.5 flex-none text-good" />
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="text-14 font-medium">{wordsOf(permission)}</span>
              <code className="text-12 text-ink-3">{permission}</code>
            </span>
            <span className="mt-0.5 block text-13 text-ink-2">{localized(purpose)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
