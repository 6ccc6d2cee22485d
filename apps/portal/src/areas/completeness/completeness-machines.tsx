'use client';

import { LoadMore, SearchField } from '@tenon/ui';
import { useState } from 'react';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { useTyped } from '../../frame/lists/use-typed';
import { CompletenessMachinesDocument } from '../../generated/documents';
import { CompletenessTable } from './completeness-table';
import { useCompletenessWords } from './use-completeness-words';

const PAGE_SIZE = 50;

/** Machines of a month's statement, to look for and page by page. */
export function CompletenessMachines({ month }: { month: string }) {
  const { t, count } = useCompletenessWords();
  const [asked, ask] = useState('');
  const [typed, type] = useTyped(asked, ask);
  const list = usePages(CompletenessMachinesDocument, { month, first: PAGE_SIZE, search: asked || null }, ({ completeness }) => completeness.machines);
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} headingLevel={2} />;
  return (
    <>
      <SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clearSearch')} value={typed} onValueChange={type} className="w-full sm:w-72 print:hidden" />
      <div aria-busy={list.isPlaceholderData}>
        <CompletenessTable lines={list.nodes} month={month} isLoading={list.isPending} onWiden={() => type('')} />
      </div>
      <LoadMore
        label={t('more')}
        loadingLabel={t('loading')}
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        countText={list.data && t('shown', { count: count(list.nodes.length) })}
        onLoadMore={() => void list.fetchNextPage()}
      />
    </>
  );
}
