'use client';

import { Disclosure, EmptyState, ExactTime, LoadMore, PageHeader, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { ErasureCertificatesDocument, type ErasureCertificatesQuery } from '../../generated/documents';
import { useOfficeZone } from '../office/office-context';
import { VerdictMark } from './verdict-mark';

const Certificate = dynamic(() => import('./certificate').then(({ Certificate: Shown }) => Shown), { loading: () => <Skeleton lines={4} /> });

const PAGE_SIZE = 30;

type Listed = ErasureCertificatesQuery['erasureCertificates']['nodes'][number];

function Row({ of: { id, companyName, finishedAt, verdict } }: { of: Listed }) {
  const locale = useLocale();
  const timeZone = useOfficeZone();
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure
      onOpen={() => setOpen(true)}
      summary={
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-6 gap-y-0.5">
          <span className="min-w-0 flex-1 basis-48">{companyName}</span>
          <VerdictMark verdict={verdict} />
          <span className="font-normal text-13 text-ink-3">
            <ExactTime at={finishedAt} locale={locale} timeZone={timeZone} precision="minute" />
          </span>
        </span>
      }
    >
      {isOpen && <Certificate id={id} />}
    </Disclosure>
  );
}

/** Certificates of erased companies, each checked by the platform's keys as they stand now. */
export function ErasuresPage() {
  const t = useTranslations('operations.erasures');
  const list = usePages(ErasureCertificatesDocument, { first: PAGE_SIZE }, ({ erasureCertificates }) => erasureCertificates);
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader title={t('title')} answer={list.data && t('answer', { count: list.nodes.length, more: list.hasNextPage ? 'yes' : 'no' })} />
      {list.isError && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />}
      {list.isPending && <Skeleton lines={6} height={28} />}
      {list.data && list.nodes.length === 0 && <EmptyState size="inline" title={t('none')} body={t('noneBody')} />}
      {list.nodes.length > 0 && (
        <div className="border-b border-line">
          {list.nodes.map((each) => (
            <Row key={each.id} of={each} />
          ))}
        </div>
      )}
      {list.hasNextPage && <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
    </div>
  );
}
