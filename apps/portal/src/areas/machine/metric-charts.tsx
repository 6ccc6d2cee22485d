'use client';

import { Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { MachineHistoryDocument, type MetricFragment } from '../../generated/documents';
import type { ChosenRange } from '../../frame/use-range';
import { startOfData } from './chart-points';
import { byUnit } from './metric-choice';
import type { LiveValues } from './use-live-values';

const CHART_HEIGHT = 220;
const MOST_POINTS = 800;

const MetricChart = dynamic(() => import('./metric-chart').then(({ MetricChart: Chart }) => Chart), {
  ssr: false,
  loading: () => <Skeleton height={CHART_HEIGHT} />,
});

interface MetricChartsProps {
  /** What is drawn. */
  readonly metrics: readonly MetricFragment[];
  /** Every metric of the machine: a metric's colour does not depend on what else is drawn. */
  readonly all: readonly MetricFragment[];
  readonly live: LiveValues;
  readonly range: ChosenRange;
  readonly timeZone: string;
}

/** One chart a unit, all over the same span. */
export function MetricCharts({ metrics, all, live, range, timeZone }: MetricChartsProps) {
  const t = useTranslations('machines.overview');
  const seriesIds = useMemo(() => metrics.map(({ id }) => id).sort(), [metrics]);
  const history = useAnswer(
    MachineHistoryDocument,
    { input: { seriesIds, from: new Date(range.fromMs).toISOString(), to: new Date(range.toMs).toISOString(), maxPoints: MOST_POINTS } },
    { isEnabled: seriesIds.length > 0, isKept: true, staleMs: 60_000 },
  );
  if (metrics.length === 0) return <p className="border-y border-line py-10 text-center text-14 text-ink-2">{t('nothingShown')}</p>;
  if (history.isError && !history.data) return <Failure error={history.error} onRetry={() => void history.refetch()} isRetrying={history.isFetching} headingLevel={3} />;
  const startMs = range.isMoving ? startOfData(history.data?.seriesRange ?? [], seriesIds.map((id) => live.tail.of(id)), range) : range.fromMs;
  return (
    <div className="grid gap-6" aria-busy={history.isFetching}>
      {byUnit(metrics).map(({ unit, metrics: alike }) => (
        <MetricChart
          key={`${unit ?? ''}:${alike[0]?.quantity === 'COUNTER' ? alike[0].id : ''}`}
          metrics={alike}
          all={all}
          unit={unit}
          histories={history.data?.seriesRange}
          live={live}
          range={range}
          startMs={startMs}
          timeZone={timeZone}
          height={CHART_HEIGHT}
        />
      ))}
    </div>
  );
}
