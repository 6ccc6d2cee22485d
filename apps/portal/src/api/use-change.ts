'use client';

import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { Document } from './document';
import { request } from './request';

/** Changes something through the api. Nothing is sent twice by itself. */
export function useChange<Result, Variables>(
  document: Document<Result, Variables>,
  { onDone }: { onDone?: (result: Result, variables: Variables) => unknown } = {},
): UseMutationResult<Result, Error, Variables> {
  return useMutation({
    mutationFn: (variables: Variables) => request(document, variables),
    onSuccess: (result, variables) => onDone?.(result, variables),
    retry: false,
  });
}
