'use client';

import { Button, DataTable, ExactTime, LoadMore, SelectField, formatRange, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { MachinePointsDocument, type MachinePointsQuery, type MetricFragment } from '../../generated/documents';
import type { ChosenRange } from '../../frame/use-range';
import { useMay, useViewer } from '../../viewer/viewer-context';
import { columnPrecision } from '../metrics/precision';
import { useMetricName } from '../metrics/use-metric-name';
import { DeleteReadings, type ReadingsToDelete } from './delete-readings';
import { TypedValue } from './typed-value';
import type { Machine } from './use-machine';
import { usePageParam } from './use-page-params';

type Point = MachinePointsQuery['seriesPoints']['nodes'][number];

function usePointColumns(metric: MetricFragment, precision: number): Column<Point>[] {
  const t = useTranslations('machines.points');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  return useMemo(
    () => [
      { id: 'at', header: t('at', { timeZone }), isPrimary: true, cell: ({ at }) => <ExactTime at={at} locale={locale} timeZone={timeZone} precision="second" /> },
      {
        id: 'value',
        header: metric.unit ? t('valueIn', { unit: metric.unit }) : t('value'),
        isNumeric: metric.valueKind === 'NUMBER',
        cell: ({ value }) => <TypedValue metricKey={metric.key} value={value} unit={null} precision={precision} />,
      },
    ],
    [t, locale, timeZone, metric, precision],
  );
}

function PointTable({ metric, range }: { metric: MetricFragment; range: ChosenRange }) {
  const t = useTranslations('machines.points');
  const nameOf = useMetricName();
  const { timeZone } = useViewer().tenant;
  // A table that moves on under the reader loses the place: it keeps the span it was opened with.
  const [{ value, span }, setKept] = useState({ value: range.value, span: range });
  if (value !== range.value) setKept({ value: range.value, span: range });
  const points = usePages(
    MachinePointsDocument,
    { seriesId: metric.id, from: new Date(span.fromMs).toISOString(), to: new Date(span.toMs).toISOString() },
    ({ seriesPoints }) => seriesPoints,
  );
  const columns = usePointColumns(metric, columnPrecision(points.nodes.map((point) => point.value)));
  if (points.isError && !points.data) return <Failure error={points.error} onRetry={() => void points.refetch()} isRetrying={points.isFetching} />;
  return (
    <div className="grid gap-4">
      <DataTable
        caption={t('caption', { name: nameOf(metric.key), range: formatRange(span, { timeZone }) })}
        isCaptionShown
        columns={columns}
        rows={points.nodes}
        rowKey={({ at }) => at}
        density="compact"
        phone="scroll"
        isLoading={points.isPending}
        loadingLabel={t('loading')}
        empty={<p className="py-8 text-center text-14 text-ink-2">{t('none')}</p>}
      />
      <LoadMore
        label={t('older')}
        loadingLabel={t('loading')}
        hasMore={points.hasNextPage}
        isLoading={points.isFetchingNextPage}
        countText={t('count', { count: points.nodes.length })}
        onLoadMore={() => void points.fetchNextPage()}
      />
    </div>
  );
}

/** The points as stored, newest first. */
export function PointsTab({ machine, range }: { machine: Machine; range: ChosenRange }) {
  const t = useTranslations('machines.points');
  const nameOf = useMetricName();
  const [asked, ask] = usePageParam('metric');
  const { timeZone } = useViewer().tenant;
  const mayDelete = useMay('telemetry:delete');
  const [deleting, setDeleting] = useState<ReadingsToDelete | null>(null);
  const metric = machine.series.find(({ key }) => key === asked) ?? machine.series[0];
  if (!metric) return <p className="py-8 text-14 text-ink-2">{t('noMetrics')}</p>;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <SelectField
          label={t('metric')}
          value={metric.key}
          onValueChange={ask}
          options={machine.series.map(({ key }) => ({ value: key, label: nameOf(key) }))}
          fieldClassName="max-w-xs"
        />
        {mayDelete && <Button onClick={() => setDeleting({ metricKey: metric.key, fromMs: range.fromMs, toMs: range.toMs })}>{t('delete')}</Button>}
      </div>
      <PointTable metric={metric} range={range} />
      {deleting && <DeleteReadings machine={machine} readings={deleting} timeZone={timeZone} onClose={() => setDeleting(null)} />}
    </div>
  );
}
