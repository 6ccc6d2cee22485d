'use client';

import type { Words } from '@tenon/domain/device-types';
import { useLocale } from 'next-intl';
import { useCallback } from 'react';
import { spoken } from '../metrics/spoken';

/** Text of two languages in the one that is spoken; where that is blank in the other, and where both are, what stands for it. */
export function useWords(): (words: Words, otherwise?: string) => string {
  const locale = useLocale();
  return useCallback((words, otherwise = '') => spoken(words, locale) || otherwise, [locale]);
}
