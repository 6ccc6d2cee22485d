'use client';

import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { HomeDocument } from '../../generated/documents';
import { FirstSteps } from './first-steps';
import { HomeSkeleton } from './home-skeleton';
import { Overview } from './overview';

/** Values on the tiles are asked again this often. */
const REFRESH_MS = 5_000;

/** The first page of the workspace: two ways to begin, and once there are machines, how they are. */
export function HomePage() {
  const t = useTranslations('home');
  const home = useAnswer(HomeDocument, {}, { refetchEveryMs: REFRESH_MS });
  if (home.data) return home.data.devices.totalCount === 0 ? <FirstSteps /> : <Overview home={home.data} />;
  if (!home.isError) return <HomeSkeleton />;
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <Failure error={home.error} onRetry={() => void home.refetch()} isRetrying={home.isFetching} />
    </>
  );
}
