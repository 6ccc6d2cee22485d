'use client';

import { useTranslations } from 'next-intl';
import { Failure } from '../errors/failure';

/** Stands in for a page that broke. */
export default function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('frame');
  return (
    <main id="main" className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center p-6">
      <h1 className="sr-only">{t('crash')}</h1>
      <Failure error={error} onRetry={retry} />
    </main>
  );
}
