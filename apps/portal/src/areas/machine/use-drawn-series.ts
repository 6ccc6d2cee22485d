'use client';

import type { SilenceRule, TimeSeries } from '@tenon/ui/charts';
import { useMemo } from 'react';
import type { MetricFragment } from '../../generated/documents';
import { livePrecision } from '../metrics/precision';
import { useMetricName } from '../metrics/use-metric-name';
import { chartPoints, silenceOf, type History } from './chart-points';
import { colourIndexes } from './metric-choice';
import type { LiveValues } from './use-live-values';

interface DrawnSeriesOptions {
  readonly metrics: readonly MetricFragment[];
  readonly all: readonly MetricFragment[];
  /** Undefined until the first answer. */
  readonly histories: readonly History[] | undefined;
  readonly live: LiveValues;
  /** Whether what arrives is drawn. */
  readonly isLive: boolean;
  readonly untilMs: number;
}

const NO_TAIL = { atMs: [], value: [] };

/** The lines of one chart: history, then what arrived since; and from what silence on a line is broken. */
export function useDrawnSeries({ metrics, all, histories, live, isLive, untilMs }: DrawnSeriesOptions): { series: TimeSeries[]; silence: SilenceRule } {
  const nameOf = useMetricName();
  const { tail, version } = live;
  return useMemo(() => {
    const colours = colourIndexes(all);
    const known = (histories ?? []).filter(({ seriesId }) => metrics.some(({ id }) => id === seriesId));
    const series: TimeSeries[] = metrics.map(({ id, key, unit, quantity }) => {
      const history = known.find(({ seriesId }) => seriesId === id);
      const points = history ? chartPoints(history, isLive ? tail.of(id) : NO_TAIL, quantity, untilMs) : NO_TAIL;
      return { id, label: nameOf(key), unit: unit ?? undefined, precision: livePrecision(points.value.at(-1) ?? 0, unit), colorIndex: colours.get(id), points };
    });
    return { series, silence: silenceOf(known.map(({ bucketMs }) => bucketMs)) };
    // `version` says that the tail, which is not a new object, has grown.
  }, [histories, metrics, all, nameOf, tail, version, isLive, untilMs]);
}
