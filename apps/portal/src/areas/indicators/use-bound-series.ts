'use client';

import { useMemo } from 'react';
import { useAnswer } from '../../api/use-answer';
import { ReadableSeriesDocument, type ReadableSeriesFragment } from '../../generated/documents';
import type { Bindings } from './indicator-bindings';

const MOST = 100;

/** The metrics that an app's inputs read, by the input's key; absent until known, or where one is gone. */
export function useBoundSeries(bindings: Bindings): Readonly<Record<string, ReadableSeriesFragment>> {
  const hasAny = Object.keys(bindings).length > 0;
  const { data } = useAnswer(ReadableSeriesDocument, { first: MOST }, { isEnabled: hasAny });
  return useMemo(() => {
    const byId = new Map(data?.series.nodes.map((series) => [series.id, series]));
    const found = Object.entries(bindings).flatMap(([input, id]) => {
      const series = byId.get(id);
      return series ? [[input, series] as const] : [];
    });
    return Object.fromEntries(found);
  }, [data, bindings]);
}
