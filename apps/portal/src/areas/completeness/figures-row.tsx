'use client';

import { MetricRow, MetricTile } from '@tenon/ui';
import { useLocale } from 'next-intl';
import type { FiguresFragment } from '../../generated/documents';
import { useCompletenessWords } from './use-completeness-words';

/** The figures that answer: how complete, how much of what, and for how long. */
export function FiguresRow({ figures }: { figures: FiguresFragment }) {
  const { t, count, length, clock } = useCompletenessWords();
  const locale = useLocale();
  const { expected, kept, missing, refused, refusedOfExpected, repeats, late, missingMs, awayMs, longestGapMs, clockRefused, clockWorstMs, completeness } = figures;
  return (
    <MetricRow columns={4}>
      <MetricTile label={t('complete')} value={completeness === null ? null : completeness * 100} unit="%" precision={2} locale={locale} hint={t('ofExpected', { kept: count(kept), expected: count(expected) })} />
      <MetricTile label={t('missing')} value={expected === null ? null : missing} locale={locale} hint={t('forTime', { time: length(missingMs), longest: length(longestGapMs) })} />
      <MetricTile label={t('refused')} value={refused} locale={locale} hint={t('refusedHint', { due: count(refusedOfExpected), clock: count(clockRefused) })} />
      <MetricTile label={t('late')} value={late} locale={locale} hint={t('lateHint', { repeats: count(repeats), clock: clock(clockWorstMs), away: length(awayMs) })} />
    </MetricRow>
  );
}
