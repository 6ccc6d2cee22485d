'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

type LooseTranslator = ((key: string, values?: Record<string, string>) => string) & { has(key: string): boolean };

/** Gives a permission in people's words; one that has none yet is shown as it is written. Needs the area `store`. */
export function useScopeWords(): (permission: string) => string {
  const t = useTranslations('store.scopes') as unknown as LooseTranslator;
  return useCallback((permission) => (t.has(permission) ? t(permission) : t('other', { permission })), [t]);
}
