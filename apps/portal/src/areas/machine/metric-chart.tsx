'use client';

import { Skeleton, type InstantRange } from '@tenon/ui';
import { TimeSeriesChart, type Annotation } from '@tenon/ui/charts';
import { useLocale, useTranslations } from 'next-intl';
import type { MetricFragment } from '../../generated/documents';
import type { ChosenRange } from '../../frame/use-range';
import { useMetricName } from '../metrics/use-metric-name';
import { isLiveSpan, SHORTEST_SPAN_MS, type History } from './chart-points';
import { useDrawnSeries } from './use-drawn-series';
import type { LiveValues } from './use-live-values';

interface MetricChartProps {
  readonly metrics: readonly MetricFragment[];
  readonly all: readonly MetricFragment[];
  readonly unit: string | null;
  /** Undefined until the first answer. */
  readonly histories: readonly History[] | undefined;
  readonly live: LiveValues;
  readonly range: ChosenRange;
  readonly marks: readonly Annotation[];
  readonly view: InstantRange;
  readonly timeZone: string;
  readonly height: number;
}

/** Metrics of one unit over the page's span. Dragging chooses a span, which becomes the page's range. */
export function MetricChart({ metrics, all, unit, histories, live, range, marks, view, timeZone, height }: MetricChartProps) {
  const t = useTranslations('machines.overview');
  const locale = useLocale();
  const nameOf = useMetricName();
  const isLive = range.isMoving && isLiveSpan(range);
  const { series, silence } = useDrawnSeries({ metrics, all, histories, live, isLive, untilMs: view.toMs });
  const choose = ({ fromMs, toMs }: InstantRange): void => {
    if (toMs - fromMs >= SHORTEST_SPAN_MS) range.choose({ fromMs: Math.round(fromMs), toMs: Math.round(toMs) });
  };

  if (!histories) return <Skeleton height={height} />;
  const names = metrics.map(({ key }) => nameOf(key)).join(', ');
  return (
    <TimeSeriesChart
      label={unit ? t('chartOfUnit', { names, unit }) : t('chartOf', { names })}
      locale={locale}
      timeZone={timeZone}
      series={series}
      unit={unit ?? undefined}
      range={view}
      live={isLive ? { windowMs: view.toMs - view.fromMs } : undefined}
      onRangeChange={choose}
      onReset={range.isMoving ? undefined : () => range.choose({ preset: '1h' })}
      silence={silence}
      annotations={marks}
      syncKey="machine"
      height={height}
      emptyText={t('noPoints')}
      labels={{ band: t('band') }}
      tableLabels={{ time: t('time'), min: t('min'), max: t('max') }}
    />
  );
}
