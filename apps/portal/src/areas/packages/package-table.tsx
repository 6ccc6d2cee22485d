'use client';

import { Button, DataTable, EmptyState, ExactTime, LoadMore, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { PackageLineFragment } from '../../generated/documents';
import { useMay, useViewer } from '../../viewer/viewer-context';
import { bytesText } from '../exit/bytes';
import { DeletePackage } from './delete-package';

/** As much of a paged list as is shown here. */
interface PagedPackages {
  readonly nodes: readonly PackageLineFragment[];
  readonly data: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
}

function useColumns(onDelete: ((one: PackageLineFragment) => void) | undefined): Column<PackageLineFragment>[] {
  const t = useTranslations('campaigns');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  return useMemo(() => {
    const columns: Column<PackageLineFragment>[] = [
      { id: 'title', header: t('packages.columns.title'), isPrimary: true, cell: ({ title, version }) => <span className="break-words font-medium">{t('packages.titled', { title, version })}</span> },
      { id: 'kind', header: t('packages.columns.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
      { id: 'type', header: t('packages.columns.type'), cell: ({ type }) => type?.name ?? t('packages.anyType') },
      { id: 'size', header: t('packages.columns.size'), isNumeric: true, cell: ({ sizeBytes, receivedBytes, readyAt }) => <span className="tn-num whitespace-nowrap">{readyAt ? bytesText(sizeBytes, locale) : t('packages.coming', { received: bytesText(receivedBytes, locale), all: bytesText(sizeBytes, locale) })}</span> },
      { id: 'digest', header: t('packages.columns.digest'), cell: ({ sha256 }) => (sha256 ? <code className="text-13 break-all" title={sha256}>{sha256.slice(0, 16)}…</code> : '—') },
      { id: 'signed', header: t('packages.columns.signed'), cell: ({ signature }) => (signature ? t('packages.signed') : '—') },
      { id: 'machines', header: t('packages.columns.machines'), isNumeric: true, cell: ({ machineCount }) => <span className="tn-num">{machineCount}</span> },
      { id: 'at', header: t('packages.columns.at'), cell: ({ createdAt }) => <ExactTime at={createdAt} locale={locale} timeZone={timeZone} className="whitespace-nowrap" /> },
    ];
    if (onDelete) columns.push({ id: 'delete', header: t('packages.columns.delete'), isLabelHidden: true, cell: (one) => <Button size="sm" variant="quiet" aria-label={t('packages.deleteOne', { title: one.title, version: one.version })} onClick={() => onDelete(one)}>{t('packages.delete')}</Button> });
    return columns;
  }, [t, locale, timeZone, onDelete]);
}

/** The company's packages. */
export function PackageTable({ list }: { list: PagedPackages }) {
  const t = useTranslations('campaigns');
  const mayManage = useMay('campaign:manage');
  const [deleted, setDeleted] = useState<PackageLineFragment | null>(null);
  const columns = useColumns(mayManage ? setDeleted : undefined);
  return (
    <>
      <DataTable
        caption={t('packages.title')}
        columns={columns}
        rows={list.nodes}
        rowKey={({ id }) => id}
        rowLabel={({ title, version }) => t('packages.titled', { title, version })}
        phone="cards"
        isLoading={!list.data}
        loadingLabel={t('loading')}
        empty={<EmptyState size="inline" title={t('packages.none')} body={t('packages.noneBody')} />}
        maxHeight="none"
        footer={list.hasNextPage && <LoadMore hasMore label={t('more')} loadingLabel={t('loading')} isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
      />
      {deleted && <DeletePackage one={deleted} onClose={() => setDeleted(null)} />}
    </>
  );
}
