'use client';

import { DataTable, ExactTime, formatInstant, RelativeTime, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import type { CompaniesQuery } from '../../generated/documents';
import type { ListTable } from '../../frame/lists/use-list';
import { useDensity } from '../../theme/density';
import { CompanyState } from './company-state';
import { useOfficeZone } from './office-context';

export type ListedCompany = CompaniesQuery['companies']['nodes'][number];

function Name({ company }: { company: ListedCompany }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <Link href={`/admin/companies/${company.id}`} className="font-medium hover:underline">
        {company.name}
      </Link>
      {company.state !== 'ACTIVE' && <CompanyState state={company.state} />}
    </span>
  );
}

/** Every column there is of a company in the office's list. */
export function useCompanyColumns(): Column<ListedCompany>[] {
  const t = useTranslations('office.companies');
  const plans = useTranslations('office.plan');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  const count = (id: 'devices' | 'members' | 'subscriptions', of: (company: ListedCompany) => number): Column<ListedCompany> => ({
    id,
    header: t(id),
    isNumeric: true,
    isHiddenOnPhone: id !== 'devices',
    sortValue: of,
    text: of,
    cell: of,
  });
  return [
    { id: 'name', header: t('name'), isPrimary: true, sortValue: ({ name }) => name, text: ({ name }) => name, cell: (company) => <Name company={company} /> },
    { id: 'owner', header: t('owner'), text: ({ ownerEmail }) => ownerEmail, cell: ({ ownerEmail }) => <span className="break-all text-ink-2">{ownerEmail ?? '—'}</span> },
    { id: 'plan', header: plans('plan'), isHiddenOnPhone: true, sortValue: ({ planId }) => plans(`name.${planId}`), text: ({ planId }) => plans(`name.${planId}`), cell: ({ planId }) => plans(`name.${planId}`) },
    count('devices', ({ deviceCount }) => deviceCount),
    count('subscriptions', ({ subscriptionCount }) => subscriptionCount),
    count('members', ({ memberCount }) => memberCount),
    {
      id: 'seen',
      header: t('lastSeen'),
      sortValue: ({ lastSeenAt }) => lastSeenAt,
      text: ({ lastSeenAt }) => lastSeenAt && formatInstant(lastSeenAt, { timeZone, precision: 'second' }),
      cell: ({ lastSeenAt }) => (lastSeenAt ? <RelativeTime at={lastSeenAt} locale={locale} timeZone={timeZone} hasExact /> : <span className="text-ink-3">{t('never')}</span>),
    },
    {
      id: 'created',
      header: t('created'),
      isHiddenOnPhone: true,
      sortValue: ({ createdAt }) => createdAt,
      text: ({ createdAt }) => formatInstant(createdAt, { timeZone }),
      cell: ({ createdAt }) => <ExactTime at={createdAt} locale={locale} timeZone={timeZone} precision="day" />,
    },
  ];
}

interface CompanyTableProps {
  readonly table: ListTable<ListedCompany>;
  readonly companies: readonly ListedCompany[];
  readonly isLoading: boolean;
  readonly empty: ReactNode;
}

export function CompanyTable({ table, companies, isLoading, empty }: CompanyTableProps) {
  const t = useTranslations('office.companies');
  const router = useRouter();
  const { density } = useDensity();
  return (
    <DataTable
      caption={t('title')}
      {...table}
      rows={companies}
      rowKey={({ id }) => id}
      rowLabel={({ name }) => name}
      onRowOpen={({ id }) => router.push(`/admin/companies/${id}`)}
      density={density}
      isLoading={isLoading}
      loadingLabel={t('loading')}
      empty={empty}
      maxHeight="none"
    />
  );
}
