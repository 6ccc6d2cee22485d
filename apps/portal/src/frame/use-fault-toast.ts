'use client';

import { useErrorWords } from '../errors/use-error-words';
import { useToast } from './toasts';

/** Says in a short notice that something failed: what happened, what to do, and the code to quote. For acts that have no form to say it in. */
export function useFaultToast(): (error: unknown) => void {
  const words = useErrorWords();
  const toast = useToast();
  return (error) => {
    const { what, next, code } = words(error);
    toast.show({ title: what, description: `${next} ${code}`, tone: 'danger' });
  };
}
