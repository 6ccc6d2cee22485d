'use client';

import { Badge, DataTable, ExactTime, RelativeTime, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo, type ReactNode } from 'react';
import type { MachinesQuery } from '../../generated/documents';
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
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('name'),
        isPrimary: true,
        sortValue: (machine) => machine.name,
        cell: (machine) => (
          <span className="inline-flex items-center gap-2">
            <Link href={`/machines/${machine.id}`} className="font-medium hover:underline">
              {machine.name}
            </Link>
            {machine.kind === 'SIMULATED' && <Badge tone="outline">{badge}</Badge>}
          </span>
        ),
      },
      {
        id: 'state',
        header: t('state'),
        sortValue: (machine) => machine.connection,
        cell: (machine) => <ConnectionMark connection={machine.connection} values={machine.latestValues} />,
      },
      { id: 'chief', header: t('chief'), cell: (machine) => <ChiefValue machine={machine} /> },
      { id: 'metrics', header: t('metrics'), isNumeric: true, isHiddenOnPhone: true, sortValue: (machine) => machine.latestValues.length, cell: (machine) => machine.latestValues.length },
      {
        id: 'seen',
        header: t('seen'),
        sortValue: (machine) => machine.lastSeenAt,
        cell: (machine) => (machine.lastSeenAt ? <RelativeTime at={machine.lastSeenAt} locale={locale} timeZone={timeZone} hasExact /> : t('never')),
      },
      {
        id: 'created',
        header: t('created'),
        isHiddenOnPhone: true,
        sortValue: (machine) => machine.createdAt,
        cell: (machine) => <ExactTime at={machine.createdAt} locale={locale} timeZone={timeZone} precision="day" />,
      },
    ],
    [t, badge, locale, timeZone],
  );
}

interface MachineTableProps {
  readonly columns: readonly Column<ListedMachine>[];
  readonly machines: readonly ListedMachine[];
  readonly isLoading: boolean;
  readonly empty: ReactNode;
}

export function MachineTable({ columns, machines, isLoading, empty }: MachineTableProps) {
  const t = useTranslations('machines');
  const router = useRouter();
  const { density } = useDensity();
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
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
