'use client';

import { PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { FeatureFlagsDocument } from '../../generated/documents';
import { useNow } from '../apps/use-now';
import { FlagItem } from './flag-item';
import { isDue } from './is-due';

/** Every feature flag there is: what it does, for how many companies it is on, and by when it is to be looked at. */
export function FlagsPage() {
  const t = useTranslations('office.flags');
  const nowMs = useNow();
  const { data, error, isFetching, refetch } = useAnswer(FeatureFlagsDocument, {});
  const flags = data?.featureFlags;
  const due = flags?.filter(({ reviewBy }) => isDue(reviewBy, nowMs)).length ?? 0;
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader title={t('title')} answer={flags && t('answer', { count: flags.length, due })} />
      {error && <Failure error={error} onRetry={() => void refetch()} isRetrying={isFetching} />}
      {!flags && !error && <Skeleton lines={4} height={28} />}
      {flags && (
        <ul className="divide-y divide-line border-y border-line">
          {flags.map((flag) => (
            <FlagItem key={flag.key} flag={flag} isDue={isDue(flag.reviewBy, nowMs)} />
          ))}
        </ul>
      )}
    </div>
  );
}
