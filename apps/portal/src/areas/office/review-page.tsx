'use client';

import { Button, Callout, ExactTime, PageHeader, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Failure } from '../../errors/failure';
import type { ReviewDecision } from '../../generated/documents';
import type { AppVersion } from '../developer/find-version';
import type { VersionFact } from '../developer/manifest-view';
import { useVersionName } from '../developer/use-version-name';
import { VersionState } from '../developer/version-state';
import { useMayOffice, useOfficeZone } from './office-context';
import { OfficeMissing } from './office-missing';
import { useReviewVersion } from './use-review-version';

const ManifestView = dynamic(() => import('../developer/manifest-view').then(({ ManifestView: View }) => View), { loading: () => <Skeleton lines={8} height={28} /> });
const DecideDialog = dynamic(() => import('./decide-dialog').then(({ DecideDialog: Ask }) => Ask), { ssr: false });

function Decision({ version }: { version: AppVersion }) {
  const t = useTranslations('office.review');
  const mayReview = useMayOffice('app-version:review');
  const [decision, setDecision] = useState<ReviewDecision | null>(null);
  if (version.state !== 'SUBMITTED') return null;
  if (!mayReview) return <p className="text-13 text-ink-3">{t('mayNot')}</p>;
  return (
    <>
      <Button onClick={() => setDecision('REJECT')}>{t('reject')}</Button>
      <Button variant="primary" onClick={() => setDecision('APPROVE')}>
        {t('approve')}
      </Button>
      {decision && <DecideDialog version={version} decision={decision} onClose={() => setDecision(null)} />}
    </>
  );
}

function useFacts({ submittedAt, decidedAt, publisherName }: AppVersion): VersionFact[] {
  const t = useTranslations('office.reviews');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  const time = (at: string) => <ExactTime at={at} locale={locale} timeZone={timeZone} precision="minute" />;
  return [
    { key: 'publisher', term: t('publisher'), detail: publisherName },
    { key: 'submitted', term: t('submitted'), detail: time(submittedAt) },
    ...(decidedAt ? [{ key: 'decided', term: t('decided'), detail: time(decidedAt) }] : []),
  ];
}

function ReviewView({ version }: { version: AppVersion }) {
  const t = useTranslations('office.review');
  const nameOf = useVersionName();
  const facts = useFacts(version);
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader
        title={
          <span className="inline-flex flex-wrap items-center gap-3">
            {nameOf(version)} {version.version}
            <VersionState state={version.state} />
          </span>
        }
        answer={t('answer', { state: version.state, publisher: version.publisherName, version: version.version })}
        actions={<Decision version={version} />}
      />
      {version.note && (
        <Callout title={t('note')}>
          <p className="whitespace-pre-line">{version.note}</p>
        </Callout>
      )}
      <ManifestView json={version.manifest} facts={facts} />
    </div>
  );
}

/** One version for review: all of its manifest, readable, and the decision. */
export function ReviewPage({ id }: { id: string }) {
  const t = useTranslations('office.review');
  const query = useReviewVersion(id);
  if (query.data) return <ReviewView version={query.data} />;
  if (query.data === null) return <OfficeMissing title={t('missing')} body={t('missingBody')} href="/admin/reviews" action={t('toReviews')} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />;
  return <Skeleton lines={8} height={28} />;
}
