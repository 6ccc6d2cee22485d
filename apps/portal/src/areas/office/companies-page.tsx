'use client';

import { Button, EmptyState, LoadMore, PageHeader, PeopleIllustration, SearchField, SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { LazyListTools } from '../../frame/lists/lazy-list-tools';
import { LazySelectionBar } from '../../frame/lists/lazy-selection-bar';
import { useList, type ListTable } from '../../frame/lists/use-list';
import { CompaniesDocument } from '../../generated/documents';
import { CompanyTable, useCompanyColumns, type ListedCompany } from './company-table';
import { useMayOffice, useOfficeZone } from './office-context';
import { PLAN_CHOICES, STATE_CHOICES, useCompanyFilter } from './use-company-filter';

const SignUpsWaiting = dynamic(() => import('../office-sign-ups/sign-ups-waiting').then(({ SignUpsWaiting: Waiting }) => Waiting), { ssr: false });

const CardsOpen = dynamic(() => import('../office-billing/cards-open').then(({ CardsOpen: Open }) => Open), { ssr: false });

const PAGE_SIZE = 50;

type Filter = ReturnType<typeof useCompanyFilter>;

function useCompanies({ search, state, plan }: Filter) {
  const narrowed = state === 'ALL' || state === 'CODE_TO_REVIEW' ? null : state;
  return usePages(CompaniesDocument, { first: PAGE_SIZE, search: search.asked || null, state: narrowed, plan: plan === 'ALL' ? null : plan, isCreditCodeToReview: state === 'CODE_TO_REVIEW' }, ({ companies }) => companies);
}

type CompanyList = ReturnType<typeof useCompanies>;

function Narrowing({ filter, tools }: { filter: Filter; tools: ReactNode }) {
  const t = useTranslations('office.companies');
  const states = useTranslations('office.state');
  const plans = useTranslations('office.plan');
  const wordsOf = (choice: (typeof STATE_CHOICES)[number]): string => {
    if (choice === 'ALL') return t('anyState');
    return choice === 'CODE_TO_REVIEW' ? t('codeToReview') : states(choice);
  };
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clearSearch')} value={filter.search.typed} onValueChange={filter.search.type} className="sm:max-w-72" />
      <SelectField
        label={t('state')}
        isLabelHidden
        value={filter.state}
        onValueChange={(value) => filter.keepState(STATE_CHOICES.find((choice) => choice === value) ?? 'ALL')}
        options={STATE_CHOICES.map((choice) => ({ value: choice, label: wordsOf(choice) }))}
        fieldClassName="w-48"
      />
      <SelectField
        label={plans('plan')}
        isLabelHidden
        value={filter.plan}
        onValueChange={(value) => filter.keepPlan(PLAN_CHOICES.find((choice) => choice === value) ?? 'ALL')}
        options={PLAN_CHOICES.map((choice) => ({ value: choice, label: choice === 'ALL' ? plans('anyPlan') : plans(`name.${choice}`) }))}
        fieldClassName="w-40"
      />
      {tools}
    </div>
  );
}

function NoCompanies({ filter }: { filter: Filter }) {
  const t = useTranslations('office.companies');
  if (filter.isNarrowed) return <EmptyState illustration={<PeopleIllustration />} title={t('none')} body={t('noneBody')} action={<Button onClick={filter.widen}>{t('widen')}</Button>} />;
  return <EmptyState illustration={<PeopleIllustration />} title={t('empty')} body={t('emptyBody')} />;
}

function Companies({ list, filter, table }: { list: CompanyList; filter: Filter; table: ListTable<ListedCompany> }) {
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  return <CompanyTable table={table} companies={list.nodes} isLoading={list.isPending} empty={<NoCompanies filter={filter} />} />;
}

function More({ list, total }: { list: CompanyList; total: number }) {
  const t = useTranslations('office.companies');
  if (list.nodes.length === 0) return null;
  return (
    <LoadMore
      label={t('more')}
      loadingLabel={t('loading')}
      hasMore={list.hasNextPage}
      isLoading={list.isFetchingNextPage}
      countText={t('shown', { shown: list.nodes.length, total })}
      onLoadMore={() => void list.fetchNextPage()}
    />
  );
}

/** Every company on the platform, newest first. */
export function CompaniesPage() {
  const t = useTranslations('office');
  const timeZone = useOfficeZone();
  const mayReview = useMayOffice('company:review');
  const mayPay = useMayOffice('payment:manage');
  const filter = useCompanyFilter();
  const list = useCompanies(filter);
  const total = list.data?.pages[0]?.companies.totalCount ?? 0;
  const columns = useCompanyColumns();
  const table = useList('companies', columns, ({ name }) => name);
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader
        title={t('companies.title')}
        answer={list.data && t('companies.answer', { isNarrowed: filter.isNarrowed ? 'yes' : 'no', count: total })}
        meta={t('timeZone', { timeZone })}
      />
      {mayReview && <SignUpsWaiting />}
      {mayPay && <CardsOpen />}
      <Narrowing filter={filter} tools={<LazyListTools list="COMPANIES" table="companies" columns={columns} />} />
      <div aria-busy={list.isPlaceholderData}>
        <Companies list={list} filter={filter} table={table} />
      </div>
      <More list={list} total={total} />
      <LazySelectionBar file="companies" columns={columns} rows={list.nodes} selection={table.selection} keyOf={({ id }) => id} />
    </div>
  );
}
