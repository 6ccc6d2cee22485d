'use client';

import { Tabs } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Failure } from '../../errors/failure';
import { PageRange } from '../../frame/page-range';
import { useRange, type ChosenRange } from '../../frame/use-range';
import { useViewer } from '../../viewer/viewer-context';
import { ConnectionTab } from './connection-tab';
import { MachineHeader } from './machine-header';
import { MachineSkeleton } from './machine-skeleton';
import { MetricsTab } from './metrics-tab';
import { OverviewTab } from './overview-tab';
import { PointsTab } from './points-tab';
import { useLiveValues } from './use-live-values';
import { useMachine, type Machine } from './use-machine';
import { usePageParam } from './use-page-params';

const TABS = ['overview', 'points', 'metrics', 'connection'] as const;
const FIRST_RANGE = { preset: '1h' } as const;

function MachineTabs({ machine, range }: { machine: Machine; range: ChosenRange }) {
  const t = useTranslations('machines.tabs');
  const [asked, setTab] = usePageParam('tab');
  const live = useLiveValues(machine);
  const tab = TABS.find((name) => name === asked) ?? (machine.connection === 'NEVER' && machine.series.length === 0 && machine.kind === 'MACHINE' ? 'connection' : 'overview');
  const content = {
    overview: <OverviewTab machine={machine} live={live} range={range} />,
    points: <PointsTab machine={machine} range={range} />,
    metrics: <MetricsTab machine={machine} live={live} />,
    connection: <ConnectionTab machine={machine} />,
  };
  return (
    <>
      <MachineHeader machine={machine} live={live} />
      <Tabs
        label={t('label')}
        value={tab}
        onValueChange={(next) => setTab(next === 'overview' ? null : next)}
        items={TABS.map((value) => ({
          value,
          label: t(value),
          count: value === 'metrics' ? machine.series.length : undefined,
          content: value === tab ? content[value] : null,
        }))}
      />
    </>
  );
}

/** One machine: what it says now, what it said, what its numbers mean, how it is connected. */
export function MachinePage({ id }: { id: string }) {
  const machine = useMachine(id);
  const range = useRange(FIRST_RANGE);
  const { timeZone } = useViewer().tenant;
  if (!machine.data) {
    if (!machine.isError) return <MachineSkeleton />;
    return <Failure error={machine.error} onRetry={() => void machine.refetch()} isRetrying={machine.isFetching} />;
  }
  return (
    <div className="grid gap-6">
      <PageRange range={range} timeZone={timeZone} />
      <MachineTabs machine={machine.data.device} range={range} />
    </div>
  );
}
