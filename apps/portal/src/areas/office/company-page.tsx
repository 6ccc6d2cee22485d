'use client';

import { CompanyMark, DescriptionList, ExactTime, MetricRow, MetricTile, PageHeader, RelativeTime, Section, Skeleton, formatRelative } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { usePages } from '../../api/use-pages';
import { codeOf } from '../../errors/api-error';
import { Failure } from '../../errors/failure';
import { CompanyDocument, type CompanyFactsFragment } from '../../generated/documents';
import { useNow } from '../apps/use-now';
import { CompanyActions } from './company-actions';
import { CompanyState } from './company-state';
import { useOfficeZone } from './office-context';
import { OfficeMissing } from './office-missing';

/** With the names of all industries and districts. */
const ProfileFacts = dynamic(() => import('./profile-facts').then(({ ProfileFacts: Profile }) => Profile), { ssr: false });
const PlanUse = dynamic(() => import('./plan-use').then(({ PlanUse: Use }) => Use), { ssr: false });
const CompanyLife = dynamic(() => import('./company-life').then(({ CompanyLife: Life }) => Life), { ssr: false });
const CompanyLooks = dynamic(() => import('./company-looks').then(({ CompanyLooks: Looks }) => Looks), { ssr: false });
const CompanyFlags = dynamic(() => import('../office-flags/company-flags').then(({ CompanyFlags: Flags }) => Flags), { ssr: false });
const CompanySignUp = dynamic(() => import('../office-sign-ups/company-sign-up').then(({ CompanySignUp: SignUp }) => SignUp), { ssr: false });
const CompanyInvoices = dynamic(() => import('../office-billing/company-invoices').then(({ CompanyInvoices: Invoices }) => Invoices), { ssr: false });
/** With the words of all that can stand in a trail. */
const AuditTrail = dynamic(() => import('./audit-trail').then(({ AuditTrail: Trail }) => Trail), { ssr: false, loading: () => <Skeleton height={240} /> });
const CopyButton = dynamic(() => import('./copy-button-now').then(({ CopyButtonNow: Copy }) => Copy), { ssr: false });

type Company = CompanyFactsFragment;

const TRAIL_SIZE = 20;

const MISSING: ReadonlySet<string> = new Set(['TENANT.NOT_FOUND', 'ID.MALFORMED']);

function useAnswerLine({ state, suspendedReason, deviceCount, subscriptionCount, lastSeenAt }: Company): string {
  const t = useTranslations('office.company');
  const locale = useLocale();
  const nowMs = useNow();
  if (suspendedReason !== null && state === 'SUSPENDED') return t('suspended', { reason: suspendedReason ?? '—' });
  const ago = lastSeenAt ? formatRelative(Date.parse(lastSeenAt), nowMs, locale) : '';
  return t('active', { devices: deviceCount, subscriptions: subscriptionCount, seen: lastSeenAt ? 'some' : 'never', ago });
}

function Figures({ company }: { company: Company }) {
  const t = useTranslations('office.company');
  const locale = useLocale();
  return (
    <MetricRow columns={3}>
      <MetricTile label={t('devices')} value={company.deviceCount} locale={locale} />
      <MetricTile label={t('subscriptions')} value={company.subscriptionCount} locale={locale} />
      <MetricTile label={t('members')} value={company.memberCount} locale={locale} />
    </MetricRow>
  );
}

function Facts({ company }: { company: Company }) {
  const t = useTranslations('office.company');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  const exact = (at: string) => <ExactTime at={at} locale={locale} timeZone={timeZone} precision="minute" />;
  const items = [
    { key: 'owner', term: t('owner'), detail: company.ownerEmail ?? t('noOwner') },
    { key: 'created', term: t('created'), detail: exact(company.createdAt) },
    { key: 'seen', term: t('lastSeen'), detail: company.lastSeenAt ? <RelativeTime at={company.lastSeenAt} locale={locale} timeZone={timeZone} hasExact /> : t('never') },
    ...(company.suspendedAt ? [{ key: 'suspended', term: t('suspendedAt'), detail: exact(company.suspendedAt) }] : []),
    {
      key: 'id',
      term: t('id'),
      detail: (
        <span className="inline-flex items-center gap-1">
          <code className="text-12 break-all">{company.id}</code>
          <CopyButton text={company.id} label={t('copyId')} copiedLabel={t('copied')} size="sm" />
        </span>
      ),
    },
  ];
  return (
    <Section title={t('facts')} description={t('audited')}>
      <DescriptionList columns={2} items={items} />
    </Section>
  );
}

function CompanyView({ company, trail }: { company: Company; trail: ReactNode }) {
  const answer = useAnswerLine(company);
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader
        title={
          <span className="inline-flex flex-wrap items-center gap-3">
            {company.logo !== null && <CompanyMark name={company.name} src={company.logo} size={32} />}
            {company.name}
            <CompanyState state={company.state} />
          </span>
        }
        answer={answer}
        actions={<CompanyActions company={company} />}
      />
      {company.signUpReview && <CompanySignUp review={company.signUpReview} />}
      <Figures company={company} />
      <CompanyLife standing={company.standing} />
      <PlanUse company={company} />
      <CompanyInvoices invoices={company.invoices} />
      <Facts company={company} />
      <ProfileFacts company={company} />
      <CompanyFlags company={company} />
      <CompanyLooks companyId={company.id} />
      {trail}
    </div>
  );
}

function CompanySkeleton() {
  return (
    <div className="grid grid-cols-1 gap-8" aria-hidden="true">
      <div className="grid grid-cols-1 gap-2">
        <Skeleton width={200} height={20} />
        <Skeleton width="50%" height={28} />
      </div>
      <Skeleton height={92} />
      <Skeleton lines={5} />
    </div>
  );
}

/** One company as the office sees it. */
export function CompanyPage({ id }: { id: string }) {
  const t = useTranslations('office.company');
  // One question for the figures and the trail: each one asked is put on record.
  const query = usePages(CompanyDocument, { id, first: TRAIL_SIZE }, ({ company }) => company.auditTrail);
  const company = query.data?.pages[0]?.company;
  if (company) {
    const trail = <AuditTrail entries={query.nodes} hasMore={query.hasNextPage} isLoadingMore={query.isFetchingNextPage} onLoadMore={() => void query.fetchNextPage()} />;
    return <CompanyView company={company} trail={trail} />;
  }
  if (!query.isError) return <CompanySkeleton />;
  if (MISSING.has(codeOf(query.error))) return <OfficeMissing title={t('missing')} body={t('missingBody')} href="/admin" action={t('toCompanies')} />;
  return <Failure error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />;
}
