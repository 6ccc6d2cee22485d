'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';
import { ApiError } from './api-error';
import { Failure } from './failure';

const AGAIN_MS = 4_000;

/** In place of a whole page while the platform behind it is away; it looks again by itself. */
export function Unavailable() {
  const t = useTranslations('frame');
  const router = useRouter();
  const [isLooking, start] = useTransition();
  useEffect(() => {
    const timer = setInterval(() => start(() => router.refresh()), AGAIN_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <main id="main" className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center p-6">
      <h1 className="sr-only">{t('crash')}</h1>
      <Failure error={new ApiError('PLATFORM.UNAVAILABLE')} isRetrying={isLooking} onRetry={() => start(() => router.refresh())} />
    </main>
  );
}
