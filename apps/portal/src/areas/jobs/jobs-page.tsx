'use client';

import { PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { PlatformWorkDocument } from '../../generated/documents';
import { useOfficeZone } from '../office/office-context';
import { GatewaysSection } from './gateways-section';
import { WorkFigures } from './work-figures';

// The page's answer and figures come first; the lists bring tabs and a table.
const JobsSection = dynamic(() => import('./jobs-section').then(({ JobsSection: Jobs }) => Jobs), { loading: () => <Skeleton lines={4} height={28} /> });
const KindsSection = dynamic(() => import('./kinds-section').then(({ KindsSection: Kinds }) => Kinds), { loading: () => <Skeleton lines={4} height={28} /> });

const REFRESH_MS = 5_000;

/** What the platform's processes have before them, and what they could not do. */
export function JobsPage() {
  const t = useTranslations('work');
  const timeZone = useOfficeZone();
  const { data, error, isFetching, refetch } = useAnswer(PlatformWorkDocument, {}, { refetchEveryMs: REFRESH_MS });
  const work = data?.platformWork;
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader
        title={t('title')}
        answer={work && t('answer', { failed: work.failedCount, waiting: work.waitingCount })}
        meta={t('meta', { timeZone })}
      />
      {error && !work && <Failure error={error} onRetry={() => void refetch()} isRetrying={isFetching} />}
      {!error && !work && <Skeleton lines={6} height={28} />}
      {work && (
        <>
          <WorkFigures work={work} />
          <JobsSection work={work} />
          <KindsSection kinds={work.kinds} />
          <GatewaysSection gateways={work.gateways} />
        </>
      )}
    </div>
  );
}
