'use client';

import { useChange } from '../api/use-change';
import { useErrorWords } from '../errors/use-error-words';
import { SwitchCompanyDocument } from '../generated/documents';
import { useToast } from './toasts';

/** Puts the session into another company. The page is left whole, so that nothing of the one before stays in memory. */
export function useSwitchCompany(): (id: string) => void {
  const toast = useToast();
  const words = useErrorWords();
  const change = useChange(SwitchCompanyDocument, { onDone: () => location.assign('/home') });
  return (id) =>
    change.mutate(
      { id },
      {
        onError: (error) => {
          const { what, next } = words(error);
          toast.show({ title: what, description: next, tone: 'danger' });
        },
      },
    );
}
