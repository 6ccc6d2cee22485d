'use client';

import { Skeleton, type InstantRange } from '@tenon/ui';
import type { Annotation } from '@tenon/ui/charts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Failure } from '../../errors/failure';
import type { MachineHistoryQuery, MetricFragment } from '../../generated/documents';
import type { ChosenRange } from '../../frame/use-range';
import { WHOLE_TIME_HEIGHT } from './chart-points';
import { byUnit } from './metric-choice';
import type { LiveValues } from './use-live-values';

const CHART_HEIGHT = 220;

const MetricChart = dynamic(() => import('./metric-chart').then(({ MetricChart: Chart }) => Chart), {
  ssr: false,
  loading: () => <Skeleton height={CHART_HEIGHT} />,
});

const WholeTime = dynamic(() => import('./whole-time').then(({ WholeTime: Strip }) => Strip), {
  ssr: false,
  loading: () => <Skeleton height={WHOLE_TIME_HEIGHT} />,
});

interface MetricChartsProps {
  /** What is drawn. */
  readonly metrics: readonly MetricFragment[];
  /** Every metric of the machine: a metric's colour does not depend on what else is drawn. */
  readonly all: readonly MetricFragment[];
  readonly history: UseQueryResult<MachineHistoryQuery>;
  /** What people noted, as the charts mark it. */
  readonly marks: readonly Annotation[];
  readonly view: InstantRange;
  readonly live: LiveValues;
  readonly range: ChosenRange;
  readonly timeZone: string;
}

/** One chart a unit, all over the same span, and under the first the whole time of its first metric. */
export function MetricCharts({ metrics, history, ...shared }: MetricChartsProps) {
  const t = useTranslations('machines.overview');
  const groups = byUnit(metrics);
  if (metrics.length === 0) return <p className="border-y border-line py-10 text-center text-14 text-ink-2">{t('nothingShown')}</p>;
  if (history.isError && !history.data) return <Failure error={history.error} onRetry={() => void history.refetch()} isRetrying={history.isFetching} headingLevel={3} />;
  return (
    <div className="grid gap-6">
      {groups.map(({ unit, metrics: alike }, index) => (
        <div key={`${unit ?? ''}:${alike[0]?.quantity === 'COUNTER' ? alike[0].id : ''}`} className="grid gap-3">
          <MetricChart {...shared} metrics={alike} unit={unit} histories={history.data?.seriesRange} height={CHART_HEIGHT} />
          {index === 0 && alike[0] && <WholeTime metric={alike[0]} all={shared.all} range={shared.range} view={shared.view} timeZone={shared.timeZone} />}
        </div>
      ))}
    </div>
  );
}
