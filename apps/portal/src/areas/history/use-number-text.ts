'use client';

import { useLocale } from 'next-intl';
import { useCallback } from 'react';

/** Writes whole numbers as the language does. */
export function useNumberText(): (value: number) => string {
  const locale = useLocale();
  return useCallback((value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value), [locale]);
}
