'use client';

import { Skeleton } from '@tenon/ui';
import { TimeSeriesChart, type TimeSeries } from '@tenon/ui/charts';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { MetricFragment } from '../../generated/documents';
import type { ChosenRange } from '../../frame/use-range';
import { useMetricName } from '../metrics/use-metric-name';
import { chartPoints, gapMsOf, type History } from './chart-points';
import { colourIndexes } from './metric-choice';
import type { LiveValues } from './use-live-values';

const SHORTEST_SPAN_MS = 10_000;

interface MetricChartProps {
  readonly metrics: readonly MetricFragment[];
  readonly all: readonly MetricFragment[];
  readonly unit: string | null;
  /** Undefined until the first answer. */
  readonly histories: readonly History[] | undefined;
  readonly live: LiveValues;
  readonly range: ChosenRange;
  /** From when on it is drawn: the range's start, or a young machine's. */
  readonly startMs: number;
  readonly timeZone: string;
  readonly height: number;
}

/** Metrics of one unit over the range: history, then what arrives live. Dragging chooses a span, which becomes the page's range. */
export function MetricChart({ metrics, all, unit, histories, live, range, startMs, timeZone, height }: MetricChartProps) {
  const t = useTranslations('machines.overview');
  const locale = useLocale();
  const nameOf = useMetricName();
  const { toMs, isMoving, value } = range;
  const { tail, version } = live;

  const drawn = useMemo(() => {
    const colours = colourIndexes(all);
    const known = (histories ?? []).filter(({ seriesId }) => metrics.some(({ id }) => id === seriesId));
    const series: TimeSeries[] = metrics.map((metric) => {
      const history = known.find(({ seriesId }) => seriesId === metric.id);
      const points = history && chartPoints(history, isMoving ? tail.of(metric.id) : { atMs: [], value: [] }, metric.quantity, toMs);
      return {
        id: metric.id,
        label: nameOf(metric.key),
        unit: unit ?? undefined,
        colorIndex: colours.get(metric.id),
        points: points ?? { atMs: [], value: [] },
      };
    });
    return { series, gapMs: gapMsOf(series.map(({ points }) => Array.from(points.atMs)), known.map(({ bucketMs }) => bucketMs)) };
    // `version` says that the tail, which is not a new object, has grown.
  }, [histories, metrics, all, unit, nameOf, tail, version, isMoving, toMs]);

  if (!histories) return <Skeleton height={height} />;
  const names = metrics.map(({ key }) => nameOf(key)).join(', ');
  return (
    <TimeSeriesChart
      label={unit ? t('chartOfUnit', { names, unit }) : t('chartOf', { names })}
      locale={locale}
      timeZone={timeZone}
      series={drawn.series}
      unit={unit ?? undefined}
      range={{ fromMs: startMs, toMs }}
      live={isMoving ? { windowMs: toMs - startMs } : undefined}
      onRangeChange={(next) => next.toMs - next.fromMs >= SHORTEST_SPAN_MS && range.choose({ fromMs: Math.round(next.fromMs), toMs: Math.round(next.toMs) })}
      onReset={'preset' in value ? undefined : () => range.choose({ preset: '1h' })}
      gapMs={drawn.gapMs}
      syncKey="machine"
      height={height}
      emptyText={t('noPoints')}
      tableLabels={{ time: t('time'), min: t('min'), max: t('max') }}
    />
  );
}
