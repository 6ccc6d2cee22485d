'use client';

import { DataTable, ExactTime, RelativeTime, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import type { CompaniesQuery } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { CompanyState } from './company-state';
import { useOfficeZone } from './office-context';

type ListedCompany = CompaniesQuery['companies']['nodes'][number];

function Name({ company }: { company: ListedCompany }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <Link href={`/admin/companies/${company.id}`} className="font-medium hover:underline">
        {company.name}
      </Link>
      {company.state === 'SUSPENDED' && <CompanyState state={company.state} />}
    </span>
  );
}

function useColumns(): Column<ListedCompany>[] {
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
    cell: of,
  });
  return [
    { id: 'name', header: t('name'), isPrimary: true, sortValue: ({ name }) => name, cell: (company) => <Name company={company} /> },
    { id: 'owner', header: t('owner'), cell: ({ ownerEmail }) => <span className="break-all text-ink-2">{ownerEmail ?? '—'}</span> },
    { id: 'plan', header: plans('plan'), isHiddenOnPhone: true, sortValue: ({ planId }) => plans(`name.${planId}`), cell: ({ planId }) => plans(`name.${planId}`) },
    count('devices', ({ deviceCount }) => deviceCount),
    count('subscriptions', ({ subscriptionCount }) => subscriptionCount),
    count('members', ({ memberCount }) => memberCount),
    {
      id: 'seen',
      header: t('lastSeen'),
      sortValue: ({ lastSeenAt }) => lastSeenAt,
      cell: ({ lastSeenAt }) => (lastSeenAt ? <RelativeTime at={lastSeenAt} locale={locale} timeZone={timeZone} hasExact /> : <span className="text-ink-3">{t('never')}</span>),
    },
    {
      id: 'created',
      header: t('created'),
      isHiddenOnPhone: true,
      sortValue: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => <ExactTime at={createdAt} locale={locale} timeZone={timeZone} precision="day" />,
    },
  ];
}

interface CompanyTableProps {
  readonly companies: readonly ListedCompany[];
  readonly isLoading: boolean;
  readonly empty: ReactNode;
}

export function CompanyTable({ companies, isLoading, empty }: CompanyTableProps) {
  const t = useTranslations('office.companies');
  const router = useRouter();
  const { density } = useDensity();
  const columns = useColumns();
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
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
