'use client';

import { BellIllustration, Disclosure, EmptyState, ExactTime, LoadMore, PageHeader, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { OutboxMailsDocument, type OutboxMailsQuery } from '../../generated/documents';
import { useOfficeZone } from './office-context';

const MailText = dynamic(() => import('./mail-text').then(({ MailText: Text }) => Text), { loading: () => <Skeleton lines={2} /> });

const PAGE_SIZE = 30;

type Mail = OutboxMailsQuery['outboxMails']['nodes'][number];

function MailRow({ mail }: { mail: Mail }) {
  const locale = useLocale();
  const timeZone = useOfficeZone();
  return (
    <Disclosure
      summary={
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-6 gap-y-0.5">
          <span className="min-w-0 flex-1 basis-64">{mail.subject}</span>
          <span className="font-normal text-13 break-all text-ink-2">{mail.to}</span>
          <span className="font-normal text-13 text-ink-3">
            <ExactTime at={mail.writtenAt} locale={locale} timeZone={timeZone} precision="minute" />
          </span>
        </span>
      }
    >
      <MailText mail={mail} />
    </Disclosure>
  );
}

/** Mail that waits because no mail server is set up. Its text is asked for one by one, since each reading is recorded. */
export function MailPage() {
  const t = useTranslations('office.mail');
  const list = usePages(OutboxMailsDocument, { first: PAGE_SIZE }, ({ outboxMails }) => outboxMails);
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader title={t('title')} answer={list.data && t('answer', { count: list.nodes.length, more: list.hasNextPage ? 'yes' : 'no' })} />
      {list.isError && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />}
      {list.isPending && <Skeleton lines={6} height={28} />}
      {list.data && list.nodes.length === 0 && <EmptyState illustration={<BellIllustration />} title={t('emptyTitle')} body={t('emptyBody')} />}
      {list.nodes.length > 0 && (
        <div className="border-b border-line">
          {list.nodes.map((mail) => (
            <MailRow key={mail.id} mail={mail} />
          ))}
        </div>
      )}
      {list.hasNextPage && <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
    </div>
  );
}
