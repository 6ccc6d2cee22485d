'use client';

import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerKey, type Document } from './document';
import { request } from './request';

interface AnswerOptions<Result> {
  readonly isEnabled?: boolean;
  /** Shows the former answer while the next is on its way, for ranges and searches. */
  readonly isKept?: boolean;
  /** How often it is asked again; false where what was answered needs no more asking. */
  readonly refetchEveryMs?: number | ((data: Result | undefined) => number | false);
  readonly staleMs?: number;
}

/** Asks the api and keeps the answer. */
export function useAnswer<Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables,
  { isEnabled = true, isKept = false, refetchEveryMs, staleMs }: AnswerOptions<Result> = {},
): UseQueryResult<Result> {
  return useQuery({
    queryKey: answerKey(document, variables),
    queryFn: ({ signal }) => request(document, variables, signal),
    enabled: isEnabled,
    placeholderData: isKept ? keepPreviousData : undefined,
    refetchInterval: typeof refetchEveryMs === 'function' ? ({ state }) => refetchEveryMs(state.data) : refetchEveryMs,
    staleTime: staleMs,
  });
}
