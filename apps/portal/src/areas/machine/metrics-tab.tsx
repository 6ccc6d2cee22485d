'use client';

import { Badge, Button, DataTable, type Column } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { MetricFragment } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { useMay } from '../../viewer/viewer-context';
import { useMetricName } from '../metrics/use-metric-name';
import { useTypeMetrics } from '../metrics/type-context';
import { DescribeMetric } from './describe-metric';
import { ExpectedMetrics } from './expected-metrics';
import { TypeLine } from './type-line';
import { TypedValue } from './typed-value';
import { UnknownMetrics } from './unknown-metrics';
import { unmatched } from './unmatched';
import type { LiveValues } from './use-live-values';
import type { Machine } from './use-machine';

function Meaning({ metric }: { metric: MetricFragment }) {
  const t = useTranslations('machines.metrics');
  const quantities = useTranslations('metrics.quantities');
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {quantities(metric.quantity)}
      {!metric.isQuantityChosen && <Badge tone="outline">{t('guessed')}</Badge>}
    </span>
  );
}

function NewestValue({ metricKey, value, unit }: { metricKey: string; value: unknown; unit: string | null }) {
  // One thing in its cell, which on a phone spreads what it holds.
  return <span>{value === undefined ? '—' : <TypedValue metricKey={metricKey} value={value} unit={unit} />}</span>;
}

/** A metric by its name, with the key beside it where that is another; and whether the machine's type knows it. */
function MetricName({ metricKey: key }: { metricKey: string }) {
  const t = useTranslations('machines.type');
  const nameOf = useMetricName();
  const type = useTypeMetrics();
  return (
    <span className="grid justify-items-start">
      <span className="font-medium">{nameOf(key)}</span>
      {nameOf(key) !== key && <span className="font-mono text-12 text-ink-3">{key}</span>}
      {type && !type.has(key) && <Badge tone="outline">{t('notInType')}</Badge>}
    </span>
  );
}

function useMetricColumns(live: LiveValues, onEdit: ((metric: MetricFragment) => void) | null): Column<MetricFragment>[] {
  const t = useTranslations('machines.metrics');
  const nameOf = useMetricName();
  return useMemo(() => {
    const columns: Column<MetricFragment>[] = [
      {
        id: 'key',
        header: t('key'),
        isPrimary: true,
        sortValue: ({ key }) => key,
        cell: ({ key }) => <MetricName metricKey={key} />,
      },
      { id: 'value', header: t('newest'), isNumeric: true, cell: ({ id, key, unit }) => <NewestValue metricKey={key} value={live.newest.get(id)?.value} unit={unit} /> },
      { id: 'meaning', header: t('meaning'), cell: (metric) => <Meaning metric={metric} /> },
    ];
    if (!onEdit) return columns;
    const edit: Column<MetricFragment> = {
      id: 'edit',
      header: t('change'),
      cell: (metric) => (
        <Button size="sm" variant="quiet" onClick={() => onEdit(metric)} aria-label={t('changeOf', { name: nameOf(metric.key) })}>
          {t('change')}
        </Button>
      ),
    };
    return [...columns, edit];
  }, [t, nameOf, live.newest, onEdit]);
}

/** What each metric means; a guess until a person says. */
export function MetricsTab({ machine, live }: { machine: Machine; live: LiveValues }) {
  const t = useTranslations('machines.metrics');
  const { density } = useDensity();
  const mayDescribe = useMay('series:update');
  const [edited, setEdited] = useState<MetricFragment | null>(null);
  const columns = useMetricColumns(live, mayDescribe ? setEdited : null);
  const { expected, unknown } = unmatched(machine, useTypeMetrics());
  return (
    <div className="grid grid-cols-1 gap-4">
      <TypeLine machine={machine} />
      <UnknownMetrics machine={machine} keys={unknown} />
      <p className="max-w-prose text-14 text-ink-2">{t('intro')}</p>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={machine.series}
        rowKey={({ id }) => id}
        density={density}
        phone="cards"
        empty={<p className="py-8 text-center text-14 text-ink-2">{t('none')}</p>}
      />
      <ExpectedMetrics metrics={expected} />
      {edited && <DescribeMetric key={edited.id} machineId={machine.id} metric={edited} onClose={() => setEdited(null)} />}
    </div>
  );
}
