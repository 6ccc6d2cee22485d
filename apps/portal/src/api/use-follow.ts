'use client';

import { useEffect, useEffectEvent } from 'react';
import type { ApiError } from '../errors/api-error';
import { answerKey, type Document } from './document';
import { follow } from './live';

/** Follows a subscription while the component is shown; `variables` null follows nothing. */
export function useFollow<Result, Variables extends Record<string, unknown>>(
  document: Document<Result, Variables>,
  variables: Variables | null,
  onValue: (value: Result) => void,
  onFault?: (error: ApiError) => void,
): void {
  const value = useEffectEvent(onValue);
  const fault = useEffectEvent((error: ApiError) => onFault?.(error));
  const key = variables && JSON.stringify(answerKey(document, variables));
  useEffect(() => {
    if (key === null) return undefined;
    const [, asked] = JSON.parse(key) as [string, Variables];
    return follow(document, asked, { value: (v) => value(v), fault: (e) => fault(e) });
  }, [document, key]);
}
