'use client';

import { useEffect } from 'react';

interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isError: boolean;
  fetchNextPage(): unknown;
}

/** A choice of a thousand is still one list: the pages beyond this are found by searching. */
const MOST_PAGES = 20;

/** Reads on until all is there, for a field in which one of all is chosen. */
export function useAllPages(pages: Paged & { readonly data?: { readonly pages: readonly unknown[] } | undefined }): void {
  const { hasNextPage, isFetchingNextPage, isError } = pages;
  const read = pages.data?.pages.length ?? 0;
  const next = (): void => void pages.fetchNextPage();
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError && read < MOST_PAGES) next();
    // Each page that came asks for the one after it.
  }, [hasNextPage, isFetchingNextPage, isError, read]);
}
