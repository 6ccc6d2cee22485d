'use client';

import type { InstantRange } from '@tenon/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAnswer } from '../../api/use-answer';
import { MachineHistoryDocument, type MachineHistoryQuery, type MetricFragment } from '../../generated/documents';
import type { ChosenRange } from '../../frame/use-range';
import { movingView } from './chart-points';
import type { LiveValues } from './use-live-values';

const MOST_POINTS = 800;

interface History {
  readonly query: UseQueryResult<MachineHistoryQuery>;
  /** The stretch of time that everything on the page shows. */
  readonly view: InstantRange;
}

/** The drawn metrics over the range, and what stretch of time to show of it as new values arrive. */
export function useHistory(metrics: readonly MetricFragment[], live: LiveValues, range: ChosenRange): History {
  const { fromMs, toMs, isMoving } = range;
  const seriesIds = useMemo(() => metrics.map(({ id }) => id).sort(), [metrics]);
  const query = useAnswer(
    MachineHistoryDocument,
    { input: { seriesIds, from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString(), maxPoints: MOST_POINTS } },
    { isEnabled: seriesIds.length > 0, isKept: true, staleMs: 60_000 },
  );
  const tails = seriesIds.map((id) => live.tail.of(id));
  return { query, view: isMoving ? movingView({ fromMs, toMs }, query.data?.seriesRange ?? [], tails) : { fromMs, toMs } };
}
