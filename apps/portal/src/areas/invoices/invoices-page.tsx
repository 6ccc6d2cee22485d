'use client';

import { DataTable, EmptyState, LinkButton, LoadMore, PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useRouter } from 'next/navigation';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { InvoicesDocument, type InvoiceFactsFragment } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { useHas, useMay } from '../../viewer/viewer-context';
import { usePlanWords } from '../plan/use-plan-words';
import { useInvoiceColumns } from './use-invoice-columns';

const PAGE_SIZE = 24;

/** What is to be paid, in one sentence. */
function Answer({ invoices }: { invoices: readonly InvoiceFactsFragment[] }) {
  const t = useTranslations('invoices');
  const words = usePlanWords();
  const owed = invoices.filter(({ owedMinor }) => owedMinor > 0);
  const late = owed.filter(({ state }) => state === 'OVERDUE').length;
  return t('answer', { count: owed.length, late, amount: words.money(owed.reduce((sum, { owedMinor }) => sum + owedMinor, 0)) });
}

function InvoiceList() {
  const t = useTranslations('invoices');
  const router = useRouter();
  const { density } = useDensity();
  const columns = useInvoiceColumns();
  const hasNext = useHas('billing.next-invoice');
  const list = usePages(InvoicesDocument, { first: PAGE_SIZE }, ({ invoices }) => invoices);
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader
        title={t('title')}
        actions={
          hasNext && (
            <LinkButton asChild>
              <Link href="/settings/invoices/next">{t('next.open')}</Link>
            </LinkButton>
          )
        }
        answer={list.isPending ? <Skeleton width={320} height={24} /> : list.data && <Answer invoices={list.nodes} />}
      />
      {list.isError && !list.data ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
      ) : (
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={list.nodes}
          rowKey={({ id }) => id}
          rowLabel={({ number }) => number}
          onRowOpen={({ id }) => router.push(`/settings/invoices/${id}`)}
          density={density}
          isLoading={list.isPending}
          loadingLabel={t('loading')}
          empty={<EmptyState size="inline" title={t('none')} body={t('noneBody')} />}
          maxHeight="none"
        />
      )}
      {list.hasNextPage && <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
    </div>
  );
}

/** The company's invoices. */
export function InvoicesPage() {
  const t = useTranslations('invoices');
  const mayRead = useMay('billing:read');
  if (mayRead) return <InvoiceList />;
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader title={t('title')} />
      <EmptyState title={t('hidden')} body={t('hiddenBody')} />
    </div>
  );
}
