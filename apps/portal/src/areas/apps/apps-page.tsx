'use client';

import { EmptyState, LinkButton, LoadMore, PageHeader, Section, StoreIcon, StoreIllustration } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { AppsDocument } from '../../generated/documents';
import { StoreRowsSkeleton } from '../store/store-skeleton';
import { SubscriptionRow, type ListedSubscription } from './subscription-row';

const PAGE_SIZE = 50;

function ToStore({ variant }: { variant: 'primary' | 'secondary' }) {
  const t = useTranslations('apps');
  return (
    <LinkButton asChild variant={variant} icon={<StoreIcon size={16} />}>
      <Link href="/store">{t('toStore')}</Link>
    </LinkButton>
  );
}

function Rows({ subscriptions }: { subscriptions: readonly ListedSubscription[] }) {
  return (
    <ul>
      {subscriptions.map((subscription) => (
        <SubscriptionRow key={subscription.id} subscription={subscription} />
      ))}
    </ul>
  );
}

function Lists({ subscriptions }: { subscriptions: readonly ListedSubscription[] }) {
  const t = useTranslations('apps');
  const running = subscriptions.filter(({ state }) => state === 'ACTIVE');
  const ended = subscriptions.filter(({ state }) => state === 'ENDED');
  if (subscriptions.length === 0) {
    return <EmptyState illustration={<StoreIllustration />} title={t('empty.title')} body={t('empty.body')} action={<ToStore variant="primary" />} />;
  }
  return (
    <>
      {running.length > 0 && (
        <div className="border-t border-ink">
          <Rows subscriptions={running} />
        </div>
      )}
      {ended.length > 0 && (
        <Section title={t('ended')}>
          <Rows subscriptions={ended} />
        </Section>
      )}
    </>
  );
}

/** The company's apps: those in use, then those it gave up. */
export function AppsPage() {
  const t = useTranslations('apps');
  const list = usePages(AppsDocument, { first: PAGE_SIZE }, ({ subscriptions }) => subscriptions);
  const running = list.nodes.filter(({ state }) => state === 'ACTIVE');
  const waiting = running.filter(({ isConfigured }) => !isConfigured).length;
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader title={t('title')} answer={list.data && t('answer', { running: running.length, waiting })} actions={list.nodes.length > 0 && <ToStore variant="secondary" />} />
      {list.isError && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />}
      {list.isPending && <StoreRowsSkeleton />}
      {list.data && <Lists subscriptions={list.nodes} />}
      {list.hasNextPage && (
        <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />
      )}
    </div>
  );
}
