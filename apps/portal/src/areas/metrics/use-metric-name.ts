'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { spoken } from './spoken';
import { useTypeMetrics } from './type-context';

type LooseTranslator = ((key: string) => string) & { has(key: string): boolean };

/** Gives a metric's name: the machine's type's, else people's words where the key is a usual one, else the key as the machine sends it. Needs the area `metrics`. */
export function useMetricName(): (key: string) => string {
  const t = useTranslations('metrics.names') as unknown as LooseTranslator;
  const locale = useLocale();
  const type = useTypeMetrics();
  return useCallback((key) => spoken(type?.get(key)?.name, locale) || (/^\w+$/.test(key) && t.has(key) ? t(key) : key), [t, type, locale]);
}
