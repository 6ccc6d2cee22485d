'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Failure } from './failure';

/** Stands in for a page that broke within a frame; the frame around it stays, and with it the way to every other page. */
export function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('frame');
  const cache = useQueryClient();
  const again = (): void => {
    // Where it was an answer that broke the page, the kept answer would break it again.
    cache.clear();
    retry();
  };
  return (
    <>
      <h1 className="sr-only">{t('crash')}</h1>
      <Failure error={error} onRetry={again} />
    </>
  );
}
