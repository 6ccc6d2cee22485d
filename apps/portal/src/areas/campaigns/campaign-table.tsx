'use client';

import { DataTable, ExactTime, LoadMore, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Link } from '../../frame/link';
import type { CampaignLineFragment } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { Brings } from './brings';
import { farOf } from './counts';
import { CampaignBadge } from './state-badge';

/** As much of a paged list as is shown here. */
interface PagedCampaigns {
  readonly nodes: readonly CampaignLineFragment[];
  readonly data: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
}

function useColumns(): Column<CampaignLineFragment>[] {
  const t = useTranslations('campaigns');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        isPrimary: true,
        cell: ({ id, name }) => (
          <Link href={`/machines/campaigns/${id}`} className="break-all underline underline-offset-4">
            {name}
          </Link>
        ),
      },
      { id: 'brings', header: t('columns.brings'), cell: (campaign) => <Brings campaign={campaign} /> },
      { id: 'state', header: t('columns.state'), cell: ({ state }) => <CampaignBadge state={state} /> },
      { id: 'far', header: t('columns.far'), isNumeric: true, cell: (campaign) => <span className="tn-num whitespace-nowrap">{t('far', farOf(campaign))}</span> },
      { id: 'failed', header: t('columns.failed'), isNumeric: true, cell: (campaign) => <span className="tn-num">{farOf(campaign).failed}</span> },
      { id: 'by', header: t('columns.by'), cell: ({ authorName }) => authorName },
      { id: 'at', header: t('columns.at'), cell: ({ createdAt }) => <ExactTime at={createdAt} locale={locale} timeZone={timeZone} className="whitespace-nowrap" /> },
    ],
    [t, locale, timeZone],
  );
}

/** The company's campaigns. */
export function CampaignTable({ list }: { list: PagedCampaigns }) {
  const t = useTranslations('campaigns');
  return (
    <DataTable
      caption={t('title')}
      columns={useColumns()}
      rows={list.nodes}
      rowKey={({ id }) => id}
      rowLabel={({ name }) => name}
      phone="cards"
      isLoading={!list.data}
      loadingLabel={t('loading')}
      maxHeight="none"
      footer={list.hasNextPage && <LoadMore hasMore label={t('more')} loadingLabel={t('loading')} isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
    />
  );
}
