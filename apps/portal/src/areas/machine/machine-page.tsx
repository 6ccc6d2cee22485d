'use client';

import { Skeleton, TabLinks } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { Failure } from '../../errors/failure';
import { PageRange } from '../../frame/page-range';
import { useRange, type ChosenRange } from '../../frame/use-range';
import { useViewer } from '../../viewer/viewer-context';
import { TypeProvider } from '../metrics/type-context';
import { MachineHeader } from './machine-header';
import { MachineSkeleton } from './machine-skeleton';
import { metricsOfType, withUnits } from './typed-series';
import { ShallowLink } from './shallow-link';
import { useLiveValues } from './use-live-values';
import { useMachine, type Machine } from './use-machine';

const waiting = () => <Skeleton lines={8} />;
// The one that is open at first is drawn by the server, and at work a moment later.
const OverviewTab = dynamic(() => import('./overview-tab').then(({ OverviewTab: Tab }) => Tab), { loading: waiting });
const PointsTab = dynamic(() => import('./points-tab').then(({ PointsTab: Tab }) => Tab), { loading: waiting });
const MetricsTab = dynamic(() => import('./metrics-tab').then(({ MetricsTab: Tab }) => Tab), { loading: waiting });
const ControlTab = dynamic(() => import('../control/control-tab').then(({ ControlTab: Tab }) => Tab), { loading: waiting });
const CompletenessTab = dynamic(() => import('../completeness/completeness-tab').then(({ CompletenessTab: Tab }) => Tab), { loading: waiting });
const ConnectionTab = dynamic(() => import('./connection-tab').then(({ ConnectionTab: Tab }) => Tab), { loading: waiting });

const TABS = ['overview', 'points', 'metrics', 'control', 'completeness', 'connection'] as const;
const FIRST_RANGE = { preset: '1h' } as const;

type Tab = (typeof TABS)[number];

/** A machine that has said nothing yet is first of all to be connected. */
function firstTab(machine: Machine): Tab {
  return machine.kind === 'MACHINE' && machine.series.length === 0 ? 'connection' : 'overview';
}

function MachineTabs({ machine, tab }: { machine: Machine; tab: Tab }) {
  const t = useTranslations('machines.tabs');
  const params = useSearchParams();
  const hrefOf = (key: Tab): string => {
    const query = new URLSearchParams(params);
    query.set('tab', key);
    return `?${query.toString()}`;
  };
  return (
    <TabLinks
      label={t('label')}
      linkComponent={ShallowLink}
      items={TABS.map((key) => ({ key, label: t(key), href: hrefOf(key), isCurrent: key === tab, count: key === 'metrics' ? machine.series.length : undefined }))}
    />
  );
}

/** The machine's tabs, told in the words and units of its type. */
function MachineContent({ machine: asSent, range }: { machine: Machine; range: ChosenRange }) {
  const metrics = useMemo(() => metricsOfType(asSent), [asSent]);
  const machine = useMemo(() => withUnits(asSent, metrics), [asSent, metrics]);
  const asked = useSearchParams().get('tab');
  const live = useLiveValues(machine);
  const tab = TABS.find((name) => name === asked) ?? firstTab(machine);
  return (
    <TypeProvider value={metrics}>
      <MachineHeader machine={machine} live={live} />
      <MachineTabs machine={machine} tab={tab} />
      {tab === 'overview' && <OverviewTab machine={machine} live={live} range={range} />}
      {tab === 'points' && <PointsTab machine={machine} range={range} />}
      {tab === 'metrics' && <MetricsTab machine={machine} live={live} />}
      {tab === 'control' && <ControlTab machine={machine} />}
      {tab === 'completeness' && <CompletenessTab machine={machine} />}
      {tab === 'connection' && <ConnectionTab machine={machine} />}
    </TypeProvider>
  );
}

/** One machine: what it says now, what it said, what its numbers mean, how it is connected. */
export function MachinePage({ id }: { id: string }) {
  const t = useTranslations('machines');
  const machine = useMachine(id);
  const range = useRange(FIRST_RANGE);
  const { timeZone } = useViewer().tenant;
  if (!machine.data) {
    if (!machine.isError) return <MachineSkeleton />;
    return (
      <>
        <h1 className="sr-only">{t('title')}</h1>
        <Failure error={machine.error} onRetry={() => void machine.refetch()} isRetrying={machine.isFetching} />
      </>
    );
  }
  return (
    <div className="grid gap-6">
      <PageRange range={range} timeZone={timeZone} />
      <MachineContent machine={machine.data.device} range={range} />
    </div>
  );
}
