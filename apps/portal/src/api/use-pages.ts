'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answerKey, type Document } from './document';
import { request } from './request';

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list that is asked for page by page; `pageOf` finds it in the answer. */
export function usePages<Result, Variables extends { after?: string | null }, Node>(
  document: Document<Result, Variables>,
  variables: Omit<Variables, 'after'>,
  pageOf: (result: Result) => Page<Node>,
  { isEnabled = true, staleMs }: { isEnabled?: boolean; staleMs?: number } = {},
) {
  const query = useInfiniteQuery({
    queryKey: [...answerKey(document, variables as Variables), 'pages'],
    queryFn: ({ pageParam, signal }) => request(document, { ...variables, after: pageParam } as Variables, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Result) => {
      const { hasNextPage, endCursor } = pageOf(last).pageInfo;
      return hasNextPage ? endCursor : undefined;
    },
    placeholderData: keepPreviousData,
    enabled: isEnabled,
    staleTime: staleMs,
  });
  return { ...query, nodes: query.data?.pages.flatMap((page) => pageOf(page).nodes) ?? [] };
}
