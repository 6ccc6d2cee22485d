'use client';

import { useLocale } from 'next-intl';
import { useCallback } from 'react';

export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** Gives the function that picks an app's own text in the language spoken. */
export function useLocalized(): (text: Localized) => string {
  const isChinese = useLocale() === 'zh-CN';
  return useCallback((text) => (isChinese ? text.zh : text.en), [isChinese]);
}
