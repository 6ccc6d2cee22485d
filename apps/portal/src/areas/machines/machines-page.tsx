'use client';

import { LoadMore, PageHeader, SearchField, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { LazyListTools } from '../../frame/lists/lazy-list-tools';
import { useList } from '../../frame/lists/use-list';
import { MachinesDocument } from '../../generated/documents';
import { MachineTable, useMachineColumns } from './machine-table';
import { LazyMachineSelectionBar } from '../bulk/lazy-machine-selection-bar';
import { ALL } from '../plant/where';
import { PlantAside } from './plant-aside';
import { orderOf, queryOf } from './machine-query';
import { useMachineSearch } from './use-machine-search';

// Links work as the server drew them.
const MachineLinks = dynamic(() => import('./machine-links').then(({ MachineLinks: Links }) => Links));
const NoMachines = dynamic(() => import('./no-machines').then(({ NoMachines: None }) => None));
// Drawn by the server, and at work a moment later.
const StateFilter = dynamic(() => import('./state-filter').then(({ StateFilter: Filter }) => Filter));

const GatewayFilter = dynamic(() => import('./gateway-filter').then(({ GatewayFilter: Filter }) => Filter), { ssr: false });
const SortFilter = dynamic(() => import('./sort-filter').then(({ SortFilter: Filter }) => Filter), { ssr: false });

const PAGE_SIZE = 50;

/** What narrows the list: a part of the name, a connection state, a type, a tag, a gateway; and beside it how the list looks. */
function Narrowing({ search, tools }: { search: ReturnType<typeof useMachineSearch>; tools: ReactNode }) {
  const t = useTranslations('machines');
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clearSearch')} value={search.typed} onValueChange={search.typeText} className="w-full sm:w-56" />
      <StateFilter value={search.state} onChange={(state) => search.narrow({ state })} />
      <SortFilter search={search} />
      <GatewayFilter value={search.gateway} onChange={(gateway) => search.narrow({ gateway })} />
      {tools}
    </div>
  );
}

function Count({ total, isSearch }: { total: number; isSearch: boolean }) {
  const t = useTranslations('machines');
  return isSearch ? t('found', { count: total }) : t('count', { count: total });
}

/** Every machine of the company, with what it is doing. */
export function MachinesPage() {
  const t = useTranslations('machines');
  const search = useMachineSearch();
  const columns = useMachineColumns();
  const table = useList('machines', columns, ({ name }) => name);
  const query = queryOf(search);
  const list = usePages(MachinesDocument, { first: PAGE_SIZE, ...query, order: orderOf(table.sort) }, ({ devices }) => devices);
  const total = list.data?.pages[0]?.devices.totalCount ?? 0;

  const isNarrowed = search.isNarrowed || search.where !== ALL;
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t('title')}
        answer={list.data ? <Count total={total} isSearch={isNarrowed} /> : <Skeleton width={120} height={24} />}
        actions={<MachineLinks />}
      />
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <PlantAside where={search.where} onChoose={(where) => search.narrow({ where })} />
        <div className="grid content-start gap-6">
          <Narrowing search={search} tools={<LazyListTools list="MACHINES" table="machines" columns={columns} />} />
          <div aria-busy={list.isPlaceholderData}>
            {list.isError && !list.data ? (
              <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
            ) : (
              <MachineTable list={table} machines={list.nodes} isLoading={list.isPending} empty={<NoMachines isNarrowed={isNarrowed} onWiden={search.reset} />} />
            )}
          </div>
          <LoadMore
            label={t('more')}
            loadingLabel={t('loadingMore')}
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            countText={list.data && t('shown', { shown: list.nodes.length, total })}
            onLoadMore={() => void list.fetchNextPage()}
          />
          <LazyMachineSelectionBar columns={columns} rows={list.nodes} selection={table.selection} query={query} total={total} />
        </div>
      </div>
    </div>
  );
}
