'use client';

import { LinkButton, LoadMore, PageHeader, PlusIcon, SearchField, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { MachinesDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { MachineTable } from './machine-table';
import { NoMachines } from './no-machines';
import { StateFilter } from './state-filter';
import { useMachineSearch } from './use-machine-search';

const PAGE_SIZE = 50;

/** Every machine of the company, with what it is doing. */
export function MachinesPage() {
  const t = useTranslations('machines');
  const mayCreate = useMay('device:create');
  const search = useMachineSearch();
  const list = usePages(MachinesDocument, { first: PAGE_SIZE, search: search.asked || null }, ({ devices }) => devices);
  const total = list.data?.pages[0]?.devices.totalCount ?? 0;
  const shown = list.nodes.filter(({ connection }) => search.state === 'ALL' || connection === search.state);

  const answer = list.data && (search.asked ? t('found', { count: total }) : t('count', { count: total }));
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t('title')}
        answer={answer ?? <Skeleton width={120} height={24} />}
        actions={
          mayCreate ? (
            <LinkButton asChild variant="primary" icon={<PlusIcon size={16} />}>
              <Link href="/machines/new">{t('add')}</Link>
            </LinkButton>
          ) : undefined
        }
      />
      <div className="flex flex-wrap items-end gap-3">
        <SearchField
          label={t('search')}
          placeholder={t('search')}
          clearLabel={t('clearSearch')}
          value={search.typed}
          onValueChange={search.type}
          className="w-full sm:w-72"
        />
        <StateFilter value={search.state} onChange={search.keepState} />
      </div>
      {list.isError && !list.data ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
      ) : (
        <MachineTable
          machines={shown}
          isLoading={list.isPending}
          empty={<NoMachines isNarrowed={search.asked !== '' || search.state !== 'ALL'} onWiden={search.reset} />}
        />
      )}
      <LoadMore
        label={t('more')}
        loadingLabel={t('loadingMore')}
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        countText={list.data && t('shown', { shown: list.nodes.length, total })}
        onLoadMore={() => void list.fetchNextPage()}
      />
    </div>
  );
}
