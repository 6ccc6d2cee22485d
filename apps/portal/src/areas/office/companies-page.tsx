'use client';

import { Button, EmptyState, LoadMore, PageHeader, PeopleIllustration, SearchField, SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { CompaniesDocument } from '../../generated/documents';
import { CompanyTable } from './company-table';
import { useOfficeZone } from './office-context';
import { STATE_CHOICES, useCompanyFilter } from './use-company-filter';

const PAGE_SIZE = 50;

type Filter = ReturnType<typeof useCompanyFilter>;

function Narrowing({ filter }: { filter: Filter }) {
  const t = useTranslations('office.companies');
  const states = useTranslations('office.state');
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clearSearch')} value={filter.search.typed} onValueChange={filter.search.type} className="sm:max-w-72" />
      <SelectField
        label={t('state')}
        isLabelHidden
        value={filter.state}
        onValueChange={(value) => filter.keepState(STATE_CHOICES.find((choice) => choice === value) ?? 'ALL')}
        options={STATE_CHOICES.map((choice) => ({ value: choice, label: choice === 'ALL' ? t('anyState') : states(choice) }))}
        fieldClassName="w-40"
      />
    </div>
  );
}

function NoCompanies({ filter }: { filter: Filter }) {
  const t = useTranslations('office.companies');
  if (filter.isNarrowed) return <EmptyState illustration={<PeopleIllustration />} title={t('none')} body={t('noneBody')} action={<Button onClick={filter.widen}>{t('widen')}</Button>} />;
  return <EmptyState illustration={<PeopleIllustration />} title={t('empty')} body={t('emptyBody')} />;
}

/** Every company on the platform, newest first. */
export function CompaniesPage() {
  const t = useTranslations('office');
  const timeZone = useOfficeZone();
  const filter = useCompanyFilter();
  const list = usePages(
    CompaniesDocument,
    { first: PAGE_SIZE, search: filter.search.asked || null, state: filter.state === 'ALL' ? null : filter.state },
    ({ companies }) => companies,
  );
  const total = list.data?.pages[0]?.companies.totalCount ?? 0;
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader
        title={t('companies.title')}
        answer={list.data && t('companies.answer', { isNarrowed: filter.isNarrowed ? 'yes' : 'no', count: total })}
        meta={t('timeZone', { timeZone })}
      />
      <Narrowing filter={filter} />
      {list.isError && !list.data ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
      ) : (
        <CompanyTable companies={list.nodes} isLoading={list.isPending} empty={<NoCompanies filter={filter} />} />
      )}
      {list.nodes.length > 0 && (
        <LoadMore
          label={t('companies.more')}
          loadingLabel={t('companies.loading')}
          hasMore={list.hasNextPage}
          isLoading={list.isFetchingNextPage}
          countText={t('companies.shown', { shown: list.nodes.length, total })}
          onLoadMore={() => void list.fetchNextPage()}
        />
      )}
    </div>
  );
}
