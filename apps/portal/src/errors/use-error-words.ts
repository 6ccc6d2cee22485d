'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { wordsOf, type ErrorTexts, type ErrorWords } from './error-words';

type LooseTranslator = ((key: string, values?: Record<string, string>) => string) & { has(key: string): boolean };

/** Gives the function that words a fault in the visitor's language. Needs the area `errors`. */
export function useErrorWords(): (thrown: unknown) => ErrorWords {
  // Codes come from the api at run time, so the keys cannot be checked while compiling.
  const t = useTranslations('errors') as unknown as LooseTranslator;
  return useCallback(
    (thrown) => {
      const texts: ErrorTexts = { has: (key) => t.has(key), text: (key, facts) => t(key, facts) };
      return wordsOf(thrown, texts);
    },
    [t],
  );
}
