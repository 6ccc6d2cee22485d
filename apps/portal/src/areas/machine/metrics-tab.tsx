'use client';

import { Badge, Button, DataTable, type Column } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { MetricFragment } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { useMay } from '../../viewer/viewer-context';
import { useMetricName } from '../metrics/use-metric-name';
import { ValueText } from '../metrics/value-text';
import { DescribeMetric } from './describe-metric';
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
        cell: ({ key }) => (
          <span className="grid">
            <span className="font-medium">{nameOf(key)}</span>
            {nameOf(key) !== key && <span className="font-mono text-12 text-ink-3">{key}</span>}
          </span>
        ),
      },
      { id: 'value', header: t('newest'), isNumeric: true, cell: ({ id, unit }) => <ValueText value={live.newest.get(id)?.value ?? '—'} unit={unit} /> },
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
  return (
    <div className="grid gap-4">
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
      {edited && <DescribeMetric key={edited.id} machineId={machine.id} metric={edited} onClose={() => setEdited(null)} />}
    </div>
  );
}
