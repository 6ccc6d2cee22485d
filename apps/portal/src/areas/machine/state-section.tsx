'use client';

import { Section, Skeleton, formatDuration } from '@tenon/ui';
import { StateTimeline } from '@tenon/ui/charts';
import { useLocale, useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { MachineStatesDocument, type MetricFragment } from '../../generated/documents';
import type { ChosenRange } from '../../frame/use-range';
import { machineStateOf } from '../metrics/machine-state';
import { useMetricName } from '../metrics/use-metric-name';
import { useStateWords } from '../metrics/use-state-words';
import { carriedOn, stateSegments, stateShares } from './state-rows';
import type { StatesShown } from './states-shown';
import type { LiveValues } from './use-live-values';

const MOST_SPANS = 1_000;

/** The newest state heard, where the page follows what arrives. */
function newestState(metric: MetricFragment, live: LiveValues, range: ChosenRange) {
  const reading = range.isMoving ? live.newest.get(metric.id) : undefined;
  const state = machineStateOf(reading?.value);
  return reading && state ? { state, atMs: Date.parse(reading.at) } : null;
}

/** The machine's states as a section of its page. */
export function StateSection({ metric, live, range, view, timeZone }: StatesShown & { metric: MetricFragment }) {
  const t = useTranslations('machines.states');
  const locale = useLocale();
  const nameOf = useMetricName();
  const stateWords = useStateWords();
  const { fromMs, toMs } = range;
  const spans = useAnswer(
    MachineStatesDocument,
    { input: { seriesId: metric.id, from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString(), maxSpans: MOST_SPANS } },
    { isKept: true, staleMs: 60_000 },
  );
  if (spans.isError && !spans.data) return <Failure error={spans.error} onRetry={() => void spans.refetch()} isRetrying={spans.isFetching} headingLevel={3} />;
  const segments = carriedOn(stateSegments(spans.data?.seriesStates ?? [], view), newestState(metric, live, range), view.toMs);
  const shares = stateShares(segments)
    .map(({ state, durationMs }) => t('share', { state: stateWords[state], duration: formatDuration(durationMs, locale) }))
    .join(t('between'));
  return (
    <Section title={t('title')} description={spans.data && (shares || t('none'))} headingLevel={2}>
      {spans.data ? (
        <StateTimeline
          label={t('title')}
          locale={locale}
          timeZone={timeZone}
          range={view}
          rows={[{ id: metric.id, label: nameOf(metric.key), segments }]}
          stateLabels={stateWords}
          tableLabels={{ row: t('row'), state: t('state'), from: t('from'), to: t('to'), duration: t('duration') }}
        />
      ) : (
        <Skeleton height={72} />
      )}
    </Section>
  );
}
