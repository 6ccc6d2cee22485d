'use client';

import { DataTable, EmptyState, ExactTime, LoadMore, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { HistoryImportLineFragment } from '../../generated/documents';
import { Link } from '../../frame/link';
import { useViewer } from '../../viewer/viewer-context';
import { useNumberText } from './use-number-text';
import { StateBadge } from './state-badge';

/** As much of a paged list as is shown here. */
interface PagedImports {
  readonly nodes: readonly HistoryImportLineFragment[];
  readonly data: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
}

function useColumns(): Column<HistoryImportLineFragment>[] {
  const t = useTranslations('history.columns');
  const locale = useLocale();
  const number = useNumberText();
  const { timeZone } = useViewer().tenant;
  return useMemo(
    () => [
      {
        id: 'file',
        header: t('file'),
        isPrimary: true,
        cell: ({ id, fileName }) => (
          <Link href={`/machines/history/${id}`} className="break-all underline underline-offset-4">
            {fileName}
          </Link>
        ),
      },
      { id: 'state', header: t('state'), cell: ({ state, isPaused }) => <StateBadge state={state} isPaused={isPaused} /> },
      { id: 'readings', header: t('readings'), isNumeric: true, cell: ({ added, replaced, state }) => (state === 'UNDONE' ? '—' : number(added + replaced)) },
      { id: 'by', header: t('by'), cell: ({ createdBy }) => createdBy ?? '—' },
      { id: 'at', header: t('at'), cell: ({ createdAt }) => <ExactTime at={createdAt} locale={locale} timeZone={timeZone} className="whitespace-nowrap" /> },
    ],
    [t, locale, timeZone, number],
  );
}

/** The company's imports. */
export function ImportTable({ list }: { list: PagedImports }) {
  const t = useTranslations('history');
  return (
    <DataTable
      caption={t('list')}
      columns={useColumns()}
      rows={list.nodes}
      rowKey={({ id }) => id}
      rowLabel={({ fileName }) => fileName}
      phone="cards"
      isLoading={!list.data}
      loadingLabel={t('loading')}
      empty={<EmptyState size="inline" title={t('none')} body={t('noneBody')} />}
      maxHeight="none"
      footer={list.hasNextPage && <LoadMore hasMore label={t('more')} loadingLabel={t('loading')} isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
    />
  );
}
