'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useViewer } from '../../viewer/viewer-context';
import { refusalWords, type RefusalTexts, type RefusalWords } from './refusal-words';

type LooseTranslator = ((key: string, values?: Record<string, string>) => string) & { has(key: string): boolean };

/** Gives the function that words a refusal in the visitor's language. Needs the area `refusals`. */
export function useRefusalWords(): (code: string, details: unknown) => RefusalWords {
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const t = useTranslations('refusals.reasons') as unknown as LooseTranslator;
  return useCallback(
    (code, details) => {
      const texts: RefusalTexts = { has: (key) => t.has(key), text: (key, facts) => t(key, facts) };
      return refusalWords(code, details, texts, { locale, timeZone });
    },
    [t, locale, timeZone],
  );
}
