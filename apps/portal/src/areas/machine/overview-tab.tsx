'use client';

import { Skeleton } from '@tenon/ui';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import type { ChosenRange } from '../../frame/use-range';
import { useViewer } from '../../viewer/viewer-context';
import { firstChoice, toggled } from './metric-choice';
import { LiveList } from './live-list';
import { inReadingOrder } from './metric-order';
import { MachineStates } from './machine-states';
import { MetricCharts } from './metric-charts';
import { noteMarks } from './note-marks';
import { useHistory } from './use-history';
import type { LiveValues } from './use-live-values';
import type { Machine } from './use-machine';
import { useNotes } from './use-notes';
import { usePageParam } from './use-page-params';

const NothingYet = dynamic(() => import('./nothing-yet').then(({ NothingYet: Nothing }) => Nothing), { loading: () => <Skeleton height={240} /> });
const NotesSection = dynamic(() => import('./notes-section').then(({ NotesSection: Notes }) => Notes), { ssr: false, loading: () => <Skeleton height={96} /> });

interface OverviewTabProps {
  readonly machine: Machine;
  readonly live: LiveValues;
  readonly range: ChosenRange;
}

/** Newest values, and the chosen ones drawn over the range. */
export function OverviewTab({ machine, live, range }: OverviewTabProps) {
  const { timeZone } = useViewer().tenant;
  const [asked, setAsked] = usePageParam('show');
  const metrics = useMemo(() => inReadingOrder(machine.series), [machine.series]);
  const shown = useMemo(() => (asked === null ? firstChoice(metrics) : asked.split(',').filter(Boolean)), [asked, metrics]);
  const drawn = useMemo(() => metrics.filter(({ key }) => shown.includes(key)), [metrics, shown]);
  const { query: history, view } = useHistory(drawn, live, range);
  const notes = useNotes(machine.id, range);
  const marks = useMemo(() => noteMarks(notes), [notes]);
  if (machine.series.length === 0) return <NothingYet isSimulated={machine.kind === 'SIMULATED'} />;
  const toggle = (key: string): void => setAsked(toggled(shown, key).join(','));
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[19rem_minmax(0,1fr)]">
      <LiveList metrics={metrics} live={live} shown={shown} onToggle={toggle} />
      <div className="grid content-start gap-6">
        <MetricCharts metrics={drawn} all={metrics} history={history} marks={marks} view={view} live={live} range={range} timeZone={timeZone} />
        <MachineStates metrics={machine.series} live={live} range={range} view={view} timeZone={timeZone} />
        <NotesSection deviceId={machine.id} notes={notes} draft={range.isMoving ? { fromMs: view.toMs, toMs: null } : view} timeZone={timeZone} />
      </div>
    </div>
  );
}
