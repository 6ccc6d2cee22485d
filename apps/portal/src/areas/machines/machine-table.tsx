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
    <span className="grid gap-0.5 whitespace-nowrap">
      <span className="text-12 text-ink-3">{nameOf(chief.series.key)}</span>
      <span className="tn-num">
        <ValueText value={chief.value} unit={chief.series.unit} />
      </span>
    </span>
  );
}

/** Its name, and below it what it is and by which words it is sorted. */
function NameCell({ machine: { id, name, kind, type, tags } }: { machine: ListedMachine }) {
  const badge = useTranslations('frame')('simulated');
  return (
    <span className="grid gap-0.5">
      <span>
        <Link href={`/machines/${id}`} className="mr-2 font-medium hover:underline">
          {name}
        </Link>
        {kind === 'SIMULATED' && <Badge tone="outline">{badge}</Badge>}
      </span>
      {(type || tags.length > 0) && <span className="text-12 font-normal text-ink-3">{[...(type ? [type.name] : []), ...tags.map((tag) => `#${tag}`)].join(' · ')}</span>}
    </span>
  );
}

/** The innermost place, and the whole way to it where one points. */
function PlaceCell({ path }: { path: ListedMachine['path'] }) {
  const last = path.at(-1);
  if (!last) return <span className="text-ink-3">—</span>;
  return <span className="whitespace-nowrap" title={path.map(({ name }) => name).join(' / ')}>{last.name}</span>;
}

/** Every column there is of a machine in a list. */
export function useMachineColumns(): Column<ListedMachine>[] {
  const t = useTranslations('machines.columns');
  const place = useTranslations('plant.columns')('place');
  const states = useTranslations('frame.connection');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('name'),
        isPrimary: true,
        isSortable: true,
        text: (machine) => machine.name,
        cell: (machine) => <NameCell machine={machine} />,
      },
      { id: 'place', header: place, text: ({ path }) => path.map(({ name }) => name).join(' / '), cell: ({ path }) => <PlaceCell path={path} /> },
      { id: 'state', header: t('state'), text: ({ connection }) => states(connection), cell: ({ connection, latestValues }) => <ConnectionMark connection={connection} values={latestValues} /> },
      { id: 'chief', header: t('chief'), cell: (machine) => <ChiefValue machine={machine} /> },
      { id: 'metrics', header: t('metrics'), isNumeric: true, isHiddenOnPhone: true, text: (machine) => machine.latestValues.length, cell: (machine) => machine.latestValues.length },
      {
        id: 'seen',
        header: t('seen'),
        isSortable: true,
        text: (machine) => machine.lastSeenAt && formatInstant(machine.lastSeenAt, { timeZone, precision: 'second' }),
        cell: (machine) => (machine.lastSeenAt ? <RelativeTime at={machine.lastSeenAt} locale={locale} timeZone={timeZone} hasExact /> : t('never')),
      },
      {
        id: 'created',
        header: t('created'),
        isHiddenOnPhone: true,
        isSortable: true,
        text: (machine) => formatInstant(machine.createdAt, { timeZone, precision: 'second' }),
        cell: (machine) => <ExactTime at={machine.createdAt} locale={locale} timeZone={timeZone} precision="day" />,
      },
    ],
    [t, place, states, locale, timeZone],
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
      isSortedByCaller
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
