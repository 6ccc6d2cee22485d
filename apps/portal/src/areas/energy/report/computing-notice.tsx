'use client';

import { ProgressBar, formatInstant } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { EnergyProgressFragment } from '../../../generated/documents';

/** How far into the range computing has come, 0…1; null where the range tells nothing of it. */
function shareOf({ computedUntil }: EnergyProgressFragment, fromMs: number, toMs: number): number | null {
  const untilMs = computedUntil ? Date.parse(computedUntil) : NaN;
  return untilMs > fromMs && untilMs < toMs ? (untilMs - fromMs) / (toMs - fromMs) : null;
}

interface ComputingNoticeProps {
  readonly progress: EnergyProgressFragment;
  readonly fromMs: number;
  readonly toMs: number;
  readonly timeZone: string;
}

/** Results are still on their way: how far they are, and that nobody needs to wait. */
export function ComputingNotice({ progress, fromMs, toMs, timeZone }: ComputingNoticeProps) {
  const t = useTranslations('energy.computing');
  if (!progress.isComputing) return null;
  const until = progress.computedUntil ? t('until', { until: formatInstant(progress.computedUntil, { timeZone }) }) : t('starting');
  return (
    <div role="status" className="border-l-2 border-ink-3 bg-sunken px-4 py-3">
      <ProgressBar label={t('title')} value={shareOf(progress, fromMs, toMs)} valueText={until} hint={t('leave')} />
    </div>
  );
}
