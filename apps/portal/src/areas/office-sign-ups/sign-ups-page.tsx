'use client';

import { EmptyState, LoadMore, PageHeader, PeopleIllustration, Skeleton, TabLinks } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useSearchParams } from 'next/navigation';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { SignUpReviewsDocument, type SignUpReviewState } from '../../generated/documents';
import { SignUpItem } from './sign-up-item';

const PAGE_SIZE = 30;
const STATES: readonly SignUpReviewState[] = ['OPEN', 'ASKED', 'CLEARED', 'SUSPENDED', 'LAPSED'];

function StateTabs({ state }: { state: SignUpReviewState }) {
  const t = useTranslations('office.signUps');
  const items = STATES.map((key) => ({ key, label: t(`state.${key}`), href: key === 'OPEN' ? '/admin/sign-ups' : `/admin/sign-ups?state=${key}`, isCurrent: key === state }));
  return <TabLinks label={t('tabs')} items={items} linkComponent={Link} />;
}

function useSignUps(state: SignUpReviewState) {
  return usePages(SignUpReviewsDocument, { first: PAGE_SIZE, state }, ({ signUpReviews }) => signUpReviews);
}

/** Those that were read, or why they are not there yet. */
function Queue({ list }: { list: ReturnType<typeof useSignUps> }) {
  const t = useTranslations('office.signUps');
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  if (!list.data || list.isPlaceholderData) return <Skeleton lines={4} height={28} />;
  if (list.nodes.length === 0) return <EmptyState illustration={<PeopleIllustration />} title={t('emptyTitle')} body={t('emptyBody')} />;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {list.nodes.map((review) => (
        <SignUpItem key={review.companyId} review={review} />
      ))}
    </ul>
  );
}

/** Sign-ups that a person should look at, the longest waiting first, and what was decided about others. */
export function SignUpsPage() {
  const t = useTranslations('office.signUps');
  const asked = useSearchParams().get('state');
  const state = STATES.find((each) => each === asked) ?? 'OPEN';
  const list = useSignUps(state);
  const count = list.isPlaceholderData ? undefined : list.data?.pages[0]?.signUpReviews.totalCount;
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader title={t('title')} answer={count !== undefined && t('answer', { state, count })} />
      <StateTabs state={state} />
      <Queue list={list} />
      {list.hasNextPage && <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
    </div>
  );
}
