'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useToast } from '../../frame/toasts';

/** What follows a change of a company: its page shows it, lists and trail are asked again, a line says it is done. */
export function useCompanyChanged(): (title: string) => Promise<void> {
  const cache = useQueryClient();
  const toast = useToast();
  return async (title) => {
    void cache.invalidateQueries({ queryKey: ['Companies'] });
    await cache.invalidateQueries({ queryKey: ['Company'] });
    toast.show({ title, tone: 'good' });
  };
}
