'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

type LooseTranslator = ((key: string) => string) & { has(key: string): boolean };

/** Gives a metric's name in people's words where the key is a usual one, else the key as the machine sends it. Needs the area `metrics`. */
export function useMetricName(): (key: string) => string {
  const t = useTranslations('metrics.names') as unknown as LooseTranslator;
  return useCallback((key) => (/^\w+$/.test(key) && t.has(key) ? t(key) : key), [t]);
}
