'use client';

import { ChartIllustration, EmptyState } from '@tenon/ui';
import { useTranslations } from 'next-intl';

/** A machine that has sent nothing: a simulated one is about to. */
export function NothingYet({ isSimulated }: { isSimulated: boolean }) {
  const t = useTranslations('machines.overview');
  return <EmptyState illustration={<ChartIllustration />} title={t(isSimulated ? 'startingTitle' : 'emptyTitle')} body={t(isSimulated ? 'startingBody' : 'emptyBody')} />;
}
