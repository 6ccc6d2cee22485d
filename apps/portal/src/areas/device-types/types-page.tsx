'use client';

import { LinkButton, LoadMore, PageHeader, PlusIcon, SearchField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useState } from 'react';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { useTyped } from '../../frame/lists/use-typed';
import { DeviceTypesDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { MachinesCrumb } from './machines-crumb';
import { NoTypes } from './no-types';
import { TypeTable } from './type-table';

const PAGE_SIZE = 50;

/** The way to another type, for those who may make one. */
function AddType() {
  const t = useTranslations('deviceTypes.list');
  if (!useMay('device-type:manage')) return null;
  return (
    <LinkButton asChild variant="primary" icon={<PlusIcon size={16} />}>
      <Link href="/machines/types/new">{t('add')}</Link>
    </LinkButton>
  );
}

/** Every device type of the company. */
export function TypesPage() {
  const t = useTranslations('deviceTypes');
  const [asked, ask] = useState('');
  const [typed, type] = useTyped(asked, ask);
  const list = usePages(DeviceTypesDocument, { first: PAGE_SIZE, search: asked || null }, ({ deviceTypes }) => deviceTypes);
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  const isEmpty = list.data !== undefined && list.nodes.length === 0 && asked === '';
  return (
    <div className="grid gap-6">
      <PageHeader eyebrow={<MachinesCrumb />} title={t('title')} answer={t('list.answer')} actions={<AddType />} />
      {isEmpty ? (
        <NoTypes />
      ) : (
        <>
          <SearchField label={t('list.search')} placeholder={t('list.search')} clearLabel={t('list.clearSearch')} value={typed} onValueChange={type} className="w-full sm:w-72" />
          <div aria-busy={list.isPlaceholderData}>
            <TypeTable types={list.nodes} isLoading={list.isPending} onWiden={() => type('')} />
          </div>
          <LoadMore
            label={t('list.more')}
            loadingLabel={t('list.loading')}
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            countText={list.data && t('list.shown', { count: list.nodes.length })}
            onLoadMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </div>
  );
}
