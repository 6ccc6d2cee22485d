'use client';

import { EmptyState, LinkButton, LoadMore, PageHeader, Skeleton, StoreIllustration, UploadIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useAnswer } from '../../api/use-answer';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { PublisherDocument, PublisherVersionsDocument, type PublisherQuery } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { RegisterPublisher } from './register-form';
import { VersionTable } from './version-table';

const PAGE_SIZE = 30;

function SubmitLink() {
  const t = useTranslations('developer.versions');
  return (
    <LinkButton asChild variant="primary" icon={<UploadIcon size={16} />}>
      <Link href="/developer/submit">{t('submit')}</Link>
    </LinkButton>
  );
}

function Versions({ publisher }: { publisher: NonNullable<PublisherQuery['publisher']> }) {
  const t = useTranslations('developer.versions');
  const { tenant } = useViewer();
  const list = usePages(PublisherVersionsDocument, { first: PAGE_SIZE }, ({ publisherVersions }) => publisherVersions);
  const waiting = list.nodes.filter(({ state }) => state === 'SUBMITTED').length;
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader title={t('title')} answer={list.data && t('answer', { name: publisher.name, count: list.nodes.length, waiting })} actions={list.nodes.length > 0 && <SubmitLink />} />
      {list.isError && !list.data ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
      ) : (
        <VersionTable
          versions={list.nodes}
          timeZone={tenant.timeZone}
          isLoading={list.isPending}
          empty={<EmptyState illustration={<StoreIllustration />} title={t('emptyTitle')} body={t('emptyBody')} action={<SubmitLink />} />}
        />
      )}
      {list.hasNextPage && <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
    </div>
  );
}

/** The console's head: registering first, then the versions. */
export function VersionsPage() {
  const query = useAnswer(PublisherDocument, {});
  if (query.data) return query.data.publisher ? <Versions publisher={query.data.publisher} /> : <RegisterPublisher />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />;
  return <Skeleton lines={6} height={28} />;
}
