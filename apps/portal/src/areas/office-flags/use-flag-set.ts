'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useToast } from '../../frame/toasts';

/** What follows once a flag was set: whatever shows it is asked for anew. */
export function useFlagSet(onClose: () => void): () => Promise<void> {
  const t = useTranslations('office.flags');
  const cache = useQueryClient();
  const toast = useToast();
  return async () => {
    await Promise.all(['FeatureFlags', 'FeatureFlag', 'Company'].map((name) => cache.invalidateQueries({ queryKey: [name] })));
    toast.show({ title: t('done'), tone: 'good' });
    onClose();
  };
}
