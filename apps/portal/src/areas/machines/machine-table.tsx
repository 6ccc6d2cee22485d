'use client';

import { Badge, DataTable, ExactTime, formatInstant, RelativeTime, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useRouter } from 'next/navigation';
import { useMemo, type ReactNode } from 'react';
import type { MachinesQuery } from '../../generated/documents';
import type { ListTable } from '../../frame/lists/use-list';
import { useDensity } from '../../theme/density';
import { useViewer } from '../../viewer/viewer-context';
import { ConnectionMark } from '../metrics/connection-mark';
import { headlineValues } from '../metrics/metric-values';
import { useMetricName } from '../metrics/use-metric-name';
import { ValueText } from '../metrics/value-text';

export type ListedMachine = MachinesQuery['devices']['nodes'][number];

function ChiefValue({ machine }: { machine: ListedMachine }) {
  const nameOf = useMetricName();
  const [chief] = headlineValues(machine.latestValues, 1);
  if (!chief) return <span className="text-ink-3">—</span>;
  return (
    <span className="inline-flex items-baseline gap-2">
      <span className="text-13 text-ink-2">{nameOf(chief.series.key)}</span>
      <span className="tn-num">
        <ValueText value={chief.value} unit={chief.series.unit} />
      </span>
    </span>
  );
}

/** Every column there is of a machine in a list. */
export function useMachineColumns(): Column<ListedMachine>[] {
  const t = useTranslations('machines.columns');
  const badge = useTranslations('frame')('simulated');
  const states = useTranslations('frame.connection');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('name'),
        isPrimary: true,
        sortValue: (machine) => machine.name,
        text: (machine) => machine.name,
        cell: (machine) => (
          <span className="inline-flex items-center gap-2">
            <Link href={`/machines/${machine.id}`} className="font-medium hover:underline">
              {machine.name}
            </Link>
            {machine.kind === 'SIMULATED' && <Badge tone="outline">{badge}</Badge>}
          </span>
        ),
      },
      { id: 'state', header: t('state'), sortValue: ({ connection }) => connection, text: ({ connection }) => states(connection), cell: ({ connection, latestValues }) => <ConnectionMark connection={connection} values={latestValues} /> },
      { id: 'chief', header: t('chief'), cell: (machine) => <ChiefValue machine={machine} /> },
      { id: 'metrics', header: t('metrics'), isNumeric: true, isHiddenOnPhone: true, sortValue: (machine) => machine.latestValues.length, text: (machine) => machine.latestValues.length, cell: (machine) => machine.latestValues.length },
      {
        id: 'seen',
        header: t('seen'),
        sortValue: (machine) => machine.lastSeenAt,
        text: (machine) => machine.lastSeenAt && formatInstant(machine.lastSeenAt, { timeZone, precision: 'second' }),
        cell: (machine) => (machine.lastSeenAt ? <RelativeTime at={machine.lastSeenAt} locale={locale} timeZone={timeZone} hasExact /> : t('never')),
      },
      {
        id: 'created',
        header: t('created'),
        isHiddenOnPhone: true,
        sortValue: (machine) => machine.createdAt,
        text: (machine) => formatInstant(machine.createdAt, { timeZone, precision: 'second' }),
        cell: (machine) => <ExactTime at={machine.createdAt} locale={locale} timeZone={timeZone} precision="day" />,
      },
    ],
    [t, badge, states, locale, timeZone],
  );
}

interface MachineTableProps {
  readonly list: ListTable<ListedMachine>;
  readonly machines: readonly ListedMachine[];
  readonly isLoading: boolean;
  readonly empty: ReactNode;
}

export function MachineTable({ list, machines, isLoading, empty }: MachineTableProps) {
  const t = useTranslations('machines');
  const router = useRouter();
  const { density } = useDensity();
  return (
    <DataTable
      caption={t('title')}
      {...list}
      rows={[...machines]}
      rowKey={(machine) => machine.id}
      rowLabel={(machine) => machine.name}
      onRowOpen={(machine) => router.push(`/machines/${machine.id}`)}
      density={density}
      phone="cards"
      isLoading={isLoading}
      loadingLabel={t('loadingMore')}
      empty={empty}
    />
  );
}
