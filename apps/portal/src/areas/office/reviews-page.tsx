'use client';

import { DataTable, EmptyState, ExactTime, LoadMore, PageHeader, StoreIllustration, TabLinks, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useRouter, useSearchParams } from 'next/navigation';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { ReviewQueueDocument, type AppVersionState } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { VERSION_STATES, type AppVersion } from '../developer/find-version';
import { useVersionName } from '../developer/use-version-name';
import { useOfficeZone } from './office-context';

const PAGE_SIZE = 30;

function useColumns(): Column<AppVersion>[] {
  const t = useTranslations('office.reviews');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  const nameOf = useVersionName();
  const time = (at: string | null) => (at ? <ExactTime at={at} locale={locale} timeZone={timeZone} precision="minute" /> : <span className="text-ink-3">—</span>);
  return [
    {
      id: 'app',
      header: t('app'),
      isPrimary: true,
      cell: (version) => (
        <span className="inline-flex flex-wrap items-baseline gap-x-3">
          <Link href={`/admin/reviews/${version.id}`} className="font-medium hover:underline">
            {nameOf(version)}
          </Link>
          <code className="text-12 text-ink-3">{version.slug}</code>
        </span>
      ),
    },
    { id: 'version', header: t('version'), cell: ({ version }) => <span className="tn-num">{version}</span> },
    { id: 'publisher', header: t('publisher'), cell: ({ publisherName }) => publisherName },
    { id: 'submitted', header: t('submitted'), cell: ({ submittedAt }) => time(submittedAt) },
    { id: 'decided', header: t('decided'), isHiddenOnPhone: true, cell: ({ decidedAt }) => time(decidedAt) },
  ];
}

function StateTabs({ state }: { state: AppVersionState }) {
  const t = useTranslations('office.reviews');
  const states = useTranslations('developer.state');
  const items = VERSION_STATES.map((key) => ({ key, label: states(key), href: key === 'SUBMITTED' ? '/admin/reviews' : `/admin/reviews?state=${key}`, isCurrent: key === state }));
  return <TabLinks label={t('tabs')} items={items} linkComponent={Link} />;
}

/** What waits for review, and what was decided. */
export function ReviewsPage() {
  const t = useTranslations('office.reviews');
  const router = useRouter();
  const { density } = useDensity();
  const asked = useSearchParams().get('state');
  const state = VERSION_STATES.find((each) => each === asked) ?? 'SUBMITTED';
  const columns = useColumns();
  const list = usePages(ReviewQueueDocument, { first: PAGE_SIZE, state }, ({ reviewQueue }) => reviewQueue);
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader title={t('title')} answer={list.data && !list.isPlaceholderData && t('answer', { state, count: list.nodes.length, more: list.hasNextPage ? 'yes' : 'no' })} />
      <StateTabs state={state} />
      {list.isError && !list.data ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
      ) : (
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={list.isPlaceholderData ? [] : list.nodes}
          rowKey={({ id }) => id}
          rowLabel={({ slug, version }) => `${slug} ${version}`}
          onRowOpen={({ id }) => router.push(`/admin/reviews/${id}`)}
          density={density}
          isLoading={list.isPending || list.isPlaceholderData}
          loadingLabel={t('loading')}
          empty={<EmptyState illustration={<StoreIllustration />} title={t('emptyTitle')} body={t('emptyBody')} />}
          maxHeight="none"
        />
      )}
      {list.hasNextPage && <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
    </div>
  );
}
