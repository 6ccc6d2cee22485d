'use client';

import { LoadMore, Section, Skeleton, Tabs } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { JobsDocument, type JobState, type PlatformWorkQuery } from '../../generated/documents';
import { JobRow } from './job-row';

const PAGE_SIZE = 20;

function Jobs({ state }: { state: JobState }) {
  const t = useTranslations('work');
  const list = usePages(JobsDocument, { state, first: PAGE_SIZE }, ({ jobs }) => jobs, { staleMs: 0 });
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} headingLevel={3} />;
  if (list.isPending) return <Skeleton lines={4} height={28} />;
  if (list.nodes.length === 0) return <p className="py-6 text-14 text-ink-3">{t(`none.${state}`)}</p>;
  return (
    <>
      <ul className="divide-y divide-line border-b border-line">
        {list.nodes.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
      {list.hasNextPage && <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
    </>
  );
}

/** Jobs one by one: first those that need a hand. */
export function JobsSection({ work }: { work: PlatformWorkQuery['platformWork'] }) {
  const t = useTranslations('work');
  // A list whose number has changed is asked for anew, however short a time ago it was asked for: the key begins it again, and nothing kept is fresh.
  const items = ([['FAILED', work.failedCount], ['WAITING', work.waitingCount], ['RUNNING', work.runningCount]] as const).map(([state, count]) => ({ value: state, label: t(`state.${state}`), count, content: <Jobs key={count} state={state} /> }));
  return (
    <Section title={t('oneByOne')} description={t('oneByOneHint')}>
      <Tabs label={t('oneByOne')} items={items} />
    </Section>
  );
}
