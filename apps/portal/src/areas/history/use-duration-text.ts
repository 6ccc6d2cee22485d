'use client';

import { formatDuration } from '@tenon/ui';
import { useLocale } from 'next-intl';
import { useCallback } from 'react';

/** Writes a length of time as the language does, to the minute where it is long. */
export function useDurationText(): (ms: number) => string {
  const locale = useLocale();
  return useCallback((ms) => formatDuration(Math.max(1_000, Math.round(ms / 1_000) * 1_000), locale), [locale]);
}
