'use client';

import { useTranslations } from 'next-intl';
import { Failure } from '../../errors/failure';

/** Stands in for a page of the workspace that broke; the frame around it stays. */
export default function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('frame');
  return (
    <>
      <h1 className="sr-only">{t('crash')}</h1>
      <Failure error={error} onRetry={retry} />
    </>
  );
}
