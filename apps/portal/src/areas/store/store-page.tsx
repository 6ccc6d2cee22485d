'use client';

import { LoadMore, PageHeader, SearchField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { StoreDocument } from '../../generated/documents';
import { NothingFound } from './nothing-found';
import { StoreRow } from './store-row';
import { StoreRowsSkeleton } from './store-skeleton';
import { useSearch, type ListSearch } from './use-search';

const PAGE_SIZE = 20;

function Shelf({ search }: { search: ListSearch }) {
  const t = useTranslations('store');
  const list = usePages(StoreDocument, { first: PAGE_SIZE, search: search.asked || null }, ({ apps }) => apps);
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  if (!list.data) return <StoreRowsSkeleton />;
  if (list.nodes.length === 0) return <NothingFound search={search.asked} onClear={() => search.type('')} />;
  return (
    <div>
      <ul className="border-t border-ink" aria-busy={list.isPlaceholderData}>
        {list.nodes.map((app) => (
          <StoreRow key={app.id} app={app} />
        ))}
      </ul>
      {list.hasNextPage && (
        <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />
      )}
    </div>
  );
}

/** The store: every listed app. */
export function StorePage() {
  const t = useTranslations('store');
  const search = useSearch();
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader title={t('title')} answer={t('answer')} />
      <SearchField
        label={t('search')}
        placeholder={t('search')}
        clearLabel={t('clearSearch')}
        value={search.typed}
        onValueChange={search.type}
        className="sm:max-w-72"
      />
      <Shelf search={search} />
    </div>
  );
}
