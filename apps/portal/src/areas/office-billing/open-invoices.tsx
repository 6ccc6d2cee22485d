'use client';

import { DataTable, EmptyState, LoadMore, type Column } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useRouter } from 'next/navigation';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { OpenInvoicesDocument, type OpenInvoicesQuery } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { InvoiceState } from '../invoices/invoice-state';
import { usePlanWords } from '../plan/use-plan-words';

type Row = OpenInvoicesQuery['openInvoices']['nodes'][number];

const PAGE_SIZE = 30;

function useColumns(): Column<Row>[] {
  const t = useTranslations('billing.columns');
  const words = usePlanWords();
  return [
    {
      id: 'number',
      header: t('number'),
      isPrimary: true,
      cell: ({ invoice }) => (
        <Link href={`/admin/billing/${invoice.id}`} className="tn-num font-medium hover:underline">
          {invoice.number}
        </Link>
      ),
    },
    {
      id: 'company',
      header: t('company'),
      cell: ({ companyId, companyName }) => (
        <Link href={`/admin/companies/${companyId}`} className="hover:underline">
          {companyName}
        </Link>
      ),
    },
    { id: 'state', header: t('state'), cell: ({ invoice }) => <InvoiceState state={invoice.state} /> },
    { id: 'dueOn', header: t('dueOn'), cell: ({ invoice }) => <span className="whitespace-nowrap">{words.day(invoice.dueOn)}</span> },
    { id: 'gross', header: t('gross'), isNumeric: true, isHiddenOnPhone: true, cell: ({ invoice }) => words.money(invoice.grossMinor) },
    { id: 'owed', header: t('owed'), isNumeric: true, cell: ({ invoice }) => words.money(invoice.owedMinor) },
  ];
}

/** Invoices that are not settled, the longest due first. */
export function OpenInvoices() {
  const t = useTranslations('billing');
  const router = useRouter();
  const { density } = useDensity();
  const columns = useColumns();
  const list = usePages(OpenInvoicesDocument, { first: PAGE_SIZE }, ({ openInvoices }) => openInvoices);
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  return (
    <>
      <DataTable
        caption={t('views.open')}
        columns={columns}
        rows={list.nodes}
        rowKey={({ invoice }) => invoice.id}
        rowLabel={({ invoice }) => invoice.number}
        onRowOpen={({ invoice }) => router.push(`/admin/billing/${invoice.id}`)}
        density={density}
        isLoading={list.isPending}
        loadingLabel={t('loading')}
        empty={<EmptyState size="inline" title={t('noneOpen')} body={t('noneOpenBody')} />}
        maxHeight="none"
      />
      {list.hasNextPage && <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
    </>
  );
}
