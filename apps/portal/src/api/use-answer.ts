'use client';

import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerKey, type Document } from './document';
import { request } from './request';

interface AnswerOptions {
  readonly isEnabled?: boolean;
  /** Shows the former answer while the next is on its way, for ranges and searches. */
  readonly isKept?: boolean;
  readonly refetchEveryMs?: number;
  readonly staleMs?: number;
}

/** Asks the api and keeps the answer. */
export function useAnswer<Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables,
  { isEnabled = true, isKept = false, refetchEveryMs, staleMs }: AnswerOptions = {},
): UseQueryResult<Result> {
  return useQuery({
    queryKey: answerKey(document, variables),
    queryFn: ({ signal }) => request(document, variables, signal),
    enabled: isEnabled,
    placeholderData: isKept ? keepPreviousData : undefined,
    refetchInterval: refetchEveryMs,
    staleTime: staleMs,
  });
}
