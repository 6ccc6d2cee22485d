'use client';

import { Button, EmptyState, LinkButton, LoadMore, PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useFollow } from '../../api/use-follow';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { useFaultToast } from '../../frame/use-fault-toast';
import { MarkAllNoticesReadDocument, NoticesDocument, UnreadNoticesDocument } from '../../generated/documents';
import { Segments } from '../apps/segments';
import { NoticeList } from './notice-list';

const PAGE_SIZE = 20;
type Shown = 'unread' | 'all';

function Nothing({ shown, onAll }: { shown: Shown; onAll: () => void }) {
  const t = useTranslations('notices');
  if (shown === 'unread') return <EmptyState title={t('noneUnread')} body={t('noneUnreadBody')} action={<Button onClick={onAll}>{t('showAll')}</Button>} />;
  return (
    <EmptyState
      title={t('none')}
      body={t('noneBody')}
      action={
        <LinkButton asChild>
          <Link href="/settings/notices">{t('settings')}</Link>
        </LinkButton>
      }
    />
  );
}

/** One's inbox in this company. */
export function NoticesPage() {
  const t = useTranslations('notices');
  const say = useFaultToast();
  const [shown, setShown] = useState<Shown>('all');
  const [unread, setUnread] = useState<number | null>(null);
  const list = usePages(NoticesDocument, { first: PAGE_SIZE, isUnread: shown === 'unread' }, ({ notices }) => notices);
  const refresh = (): void => void list.refetch();
  useFollow(UnreadNoticesDocument, {}, ({ unreadNoticesChanged }) => {
    if (unread !== null) refresh();
    setUnread(unreadNoticesChanged);
  });
  const markAll = useChange(MarkAllNoticesReadDocument, { onDone: refresh });
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader
        title={t('title')}
        answer={unread === null ? <Skeleton width={240} height={24} /> : t('answer', { count: unread })}
        actions={
          <Button isLoading={markAll.isPending} disabled={unread === 0} onClick={() => markAll.mutate({}, { onError: say })}>
            {t('markAll')}
          </Button>
        }
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segments<Shown> label={t('shown')} value={shown} onChange={setShown} options={[{ key: 'all', label: t('all') }, { key: 'unread', label: t('unread') }]} />
        <Link href="/settings/notices" className="text-14 underline underline-offset-4">
          {t('settings')}
        </Link>
      </div>
      {list.isError && !list.data && <Failure error={list.error} onRetry={refresh} isRetrying={list.isFetching} />}
      {list.isPending && <Skeleton height={240} />}
      {list.data && list.nodes.length === 0 && <Nothing shown={shown} onAll={() => setShown('all')} />}
      {list.nodes.length > 0 && <NoticeList notices={list.nodes} isBusy={list.isPlaceholderData} onRead={refresh} />}
      <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />
    </div>
  );
}
