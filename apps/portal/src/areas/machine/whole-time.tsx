'use client';

import { Skeleton, type InstantRange } from '@tenon/ui';
import { OverviewStrip } from '@tenon/ui/charts';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { MachineOverviewDocument, type MetricFragment } from '../../generated/documents';
import type { ChosenRange } from '../../frame/use-range';
import { useMetricName } from '../metrics/use-metric-name';
import { SHORTEST_SPAN_MS, WHOLE_TIME_HEIGHT } from './chart-points';
import { colourIndexes } from './metric-choice';

/** A column of an overview is hours or days. */
const STALE_MS = 300_000;

interface WholeTimeProps {
  readonly metric: MetricFragment;
  readonly all: readonly MetricFragment[];
  readonly range: ChosenRange;
  readonly view: InstantRange;
  readonly timeZone: string;
}

/** All that is kept of a metric, with the page's span as a window over it. */
export function WholeTime({ metric, all, range, view, timeZone }: WholeTimeProps) {
  const t = useTranslations('machines.overview.whole');
  const nameOf = useMetricName();
  const { data, dataUpdatedAt } = useAnswer(MachineOverviewDocument, { seriesId: metric.id }, { isKept: true, staleMs: STALE_MS });
  if (!data) return <Skeleton height={WHOLE_TIME_HEIGHT} />;
  const { at, bucketMs, min, max, mean, last } = data.seriesOverview;
  const fromMs = at[0] ?? view.fromMs;
  return (
    <OverviewStrip
      label={t('label', { name: nameOf(metric.key) })}
      labels={{ window: t('window'), from: t('from'), to: t('to') }}
      timeZone={timeZone}
      points={{ atMs: at, bucketMs, min, max, value: metric.quantity === 'COUNTER' ? last : mean }}
      span={{ fromMs, toMs: Math.max(view.toMs, dataUpdatedAt) }}
      window={view}
      onChange={range.choose}
      leastMs={SHORTEST_SPAN_MS}
      colorIndex={colourIndexes(all).get(metric.id)}
    />
  );
}
