'use client';

import { Button, DataTable, EmptyState, LoadMore, type Column } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { BankEntriesDocument, type BankEntryFactsFragment } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { usePlanWords } from '../plan/use-plan-words';

const AssignDialog = dynamic(() => import('./assign-dialog').then(({ AssignDialog: Assign }) => Assign), { ssr: false });

const PAGE_SIZE = 30;

function useColumns(onAssign: (entry: BankEntryFactsFragment) => void): Column<BankEntryFactsFragment>[] {
  const t = useTranslations('billing.columns');
  const words = usePlanWords();
  return [
    { id: 'payer', header: t('payer'), isPrimary: true, cell: ({ payer }) => <span className="font-medium">{payer}</span> },
    { id: 'reference', header: t('reference'), cell: ({ reference }) => <span className="wrap-anywhere">{reference || '—'}</span> },
    { id: 'bookedOn', header: t('bookedOn'), cell: ({ bookedOn }) => <span className="whitespace-nowrap">{words.day(bookedOn)}</span> },
    { id: 'amount', header: t('amount'), isNumeric: true, cell: ({ amountMinor }) => words.money(amountMinor) },
    {
      id: 'pays',
      header: t('pays'),
      cell: (entry) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          <span className="tn-num">{entry.invoiceNumbers.join(', ')}</span>
          {entry.assignedMinor < entry.amountMinor && (
            <Button size="sm" onClick={() => onAssign(entry)}>
              {t('assign', { amount: words.money(entry.amountMinor - entry.assignedMinor) })}
            </Button>
          )}
        </span>
      ),
    },
  ];
}

/** What came into the account; `isOpen`: those alone that are not wholly assigned. */
export function BankEntries({ isOpen }: { isOpen: boolean }) {
  const t = useTranslations('billing');
  const { density } = useDensity();
  const [assigning, setAssigning] = useState<BankEntryFactsFragment | null>(null);
  const columns = useColumns(setAssigning);
  const list = usePages(BankEntriesDocument, { first: PAGE_SIZE, isOpen }, ({ bankEntries }) => bankEntries);
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  return (
    <>
      <DataTable
        caption={t(isOpen ? 'views.unassigned' : 'views.all')}
        columns={columns}
        rows={list.nodes}
        rowKey={({ id }) => id}
        density={density}
        isLoading={list.isPending}
        loadingLabel={t('loading')}
        empty={<EmptyState size="inline" title={t(isOpen ? 'noneUnassigned' : 'noneBooked')} body={t('noneBookedBody')} />}
        maxHeight="none"
      />
      {list.hasNextPage && <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
      {assigning && <AssignDialog key={assigning.id} entry={assigning} onClose={() => setAssigning(null)} />}
    </>
  );
}
