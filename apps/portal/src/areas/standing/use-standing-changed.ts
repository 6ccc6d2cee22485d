'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useToast } from '../../frame/toasts';

/** What follows a move of the company: everything is asked again, since all of it may have opened or closed, and a line says it is done. */
export function useStandingChanged(): (title: string) => Promise<void> {
  const cache = useQueryClient();
  const { refresh } = useRouter();
  const toast = useToast();
  return async (title) => {
    refresh();
    await cache.invalidateQueries();
    toast.show({ title, tone: 'good' });
  };
}
