'use client';

import { useErrorWords } from './use-error-words';

/** A fault in one line, for where there is room for no more: what happened, what to do, and the code to quote. */
export function useFaultLine(): (error: unknown) => string | undefined {
  const words = useErrorWords();
  return (error) => {
    if (!error) return undefined;
    const { what, next, code } = words(error);
    return `${what} ${next} (${code})`;
  };
}
