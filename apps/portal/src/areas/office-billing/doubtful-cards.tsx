'use client';

import { DataTable, EmptyState, ExactTime, LoadMore, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { DoubtfulCardEventsDocument, type DoubtfulCardFactsFragment } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { useOfficeZone } from '../office/office-context';
import { CardEventState } from './card-event-state';

const DecideCardDialog = dynamic(() => import('./decide-card-dialog').then(({ DecideCardDialog: Decide }) => Decide), { ssr: false });

const PAGE_SIZE = 30;
const CODE = 'font-mono text-13 wrap-anywhere';

function useColumns(onDecide: (event: DoubtfulCardFactsFragment) => void): Column<DoubtfulCardFactsFragment>[] {
  const t = useTranslations('billing.cards');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  // Of currencies other than ours nobody knows here how many digits their smallest unit has.
  const money = (minor: number, currency: string): string => (currency === 'cny' ? new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / 100) : `${minor} ${currency}`);
  return [
    { id: 'problem', header: t('problem'), isPrimary: true, cell: ({ problem }) => t(`problems.${problem}`) },
    { id: 'amount', header: t('amount'), isNumeric: true, cell: ({ amountMinor, currency }) => (amountMinor != null && currency ? money(amountMinor, currency) : '—') },
    { id: 'of', header: t('of'), cell: ({ invoiceNumber }) => <span className="tn-num">{invoiceNumber ?? '—'}</span> },
    { id: 'intent', header: t('intent'), cell: ({ intent }) => <span className={CODE}>{intent ?? '—'}</span> },
    { id: 'type', header: t('type'), isHiddenOnPhone: true, cell: ({ type }) => <span className={CODE}>{type}</span> },
    { id: 'state', header: t('state'), cell: (event) => <CardEventState of={event} onDecide={() => onDecide(event)} /> },
    { id: 'receivedAt', header: t('receivedAt'), cell: ({ receivedAt }) => <ExactTime at={receivedAt} timeZone={timeZone} /> },
  ];
}

/** What the payment service told of money that fits no invoice: what waits first, then what somebody has dealt with. */
export function DoubtfulCards() {
  const t = useTranslations('billing');
  const { density } = useDensity();
  const [deciding, setDeciding] = useState<DoubtfulCardFactsFragment | null>(null);
  const columns = useColumns(setDeciding);
  const list = usePages(DoubtfulCardEventsDocument, { first: PAGE_SIZE }, ({ doubtfulCardEvents }) => doubtfulCardEvents);
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  const openCount = list.data?.pages[0]?.doubtfulCardEvents.openCount;
  return (
    <>
      {openCount !== undefined && list.nodes.length > 0 && <p className="text-14 text-ink-2">{t('cards.open', { count: openCount })}</p>}
      <DataTable
        caption={t('views.cards')}
        columns={columns}
        rows={list.nodes}
        rowKey={({ id }) => id}
        density={density}
        isLoading={list.isPending}
        loadingLabel={t('loading')}
        empty={<EmptyState size="inline" title={t('cards.none')} body={t('cards.noneBody')} />}
        maxHeight="none"
      />
      {list.hasNextPage && <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
      {deciding && <DecideCardDialog event={deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}
