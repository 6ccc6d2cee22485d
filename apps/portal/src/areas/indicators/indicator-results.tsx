'use client';

import { Button, DataTable, Disclosure, DownloadIcon, Num, Section, Skeleton, numberText, type Column } from '@tenon/ui';
import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import { useMemo } from 'react';
import type { IndicatorReportQuery } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { csvOf, saveFile } from '../apps/csv';
import type { Subscription } from '../apps/use-subscription';
import { useMetricName } from '../metrics/use-metric-name';
import { useLocalized } from '../store/use-localized';
import { bindingsOf } from './indicator-bindings';
import { courseOf, meanOf, type IndicatorRow } from './indicator-days';
import { useBoundSeries } from './use-bound-series';

type Report = IndicatorReportQuery['indicatorReport'];
type App = Subscription['app'];

const HEIGHT = 160;
/** A day, and the hour a change of the clock may add. */
const SILENCE = { overMs: 26 * 3_600_000 };
const TimeSeriesChart = dynamic(() => import('@tenon/ui/charts').then((charts) => charts.TimeSeriesChart), { ssr: false, loading: () => <Skeleton height={HEIGHT + 28} /> });

interface FigureProps {
  readonly indicator: App['indicators'][number];
  readonly report: Report;
  readonly index: number;
}

/** One figure's course over the days. */
function Figure({ indicator, report, index }: FigureProps) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const localized = useLocalized();
  const points = useMemo(() => courseOf(report.rows, index, report.timeZone), [report, index]);
  const label = localized(indicator.label);
  const mean = meanOf(report.rows, index);
  return (
    <section className="min-w-0 bg-paper p-4">
      <h3 className="text-14 font-semibold">{label}</h3>
      <p className="mb-2 text-13 text-ink-3">{t('range', { mean: numberText(mean, { locale, unit: indicator.unit ?? undefined }) })}</p>
      <TimeSeriesChart
        label={label}
        locale={locale}
        timeZone={report.timeZone}
        unit={indicator.unit ?? undefined}
        series={[{ id: indicator.key, label, unit: indicator.unit ?? undefined, points }]}
        silence={SILENCE}
        hasLegend={false}
        // Amounts are compared by their height; only what may be below zero needs an axis of its own.
        yRange={points.value.some((value) => value !== null && value < 0) ? undefined : { min: 0 }}
        syncKey="indicators"
        height={HEIGHT}
      />
    </section>
  );
}

function useColumns(app: App): Column<IndicatorRow>[] {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const localized = useLocalized();
  const figures = app.indicators.map(
    ({ key, label, unit }, index): Column<IndicatorRow> => ({
      id: key,
      header: unit ? `${localized(label)} ${unit}` : localized(label),
      isNumeric: true,
      sortValue: ({ values }) => values[index] ?? null,
      cell: ({ values }) => <Num value={values[index]} locale={locale} />,
    }),
  );
  return [{ id: 'on', header: t('day'), isPrimary: true, sortValue: ({ on }) => on, cell: ({ on }) => <span className="tn-num">{on}</span> }, ...figures];
}

function DayTable({ app, report }: { app: App; report: Report }) {
  const t = useTranslations('indicators');
  const apps = useTranslations('apps');
  const localized = useLocalized();
  const { density } = useDensity();
  const columns = useColumns(app);
  const take = (): void => {
    const header = [t('day'), ...app.indicators.map(({ label, unit }) => (unit ? `${localized(label)} ${unit}` : localized(label)))];
    saveFile(`${app.slug}-${report.rows[0]?.on ?? ''}.csv`, csvOf(header, report.rows.map(({ on, values }) => [on, ...values])));
  };
  return (
    <Section
      title={t('table')}
      description={t('days', { count: report.rows.length })}
      actions={
        <Button size="sm" icon={<DownloadIcon size={16} />} onClick={take}>
          {apps('export')}
        </Button>
      }
    >
      <DataTable
        caption={t('table')}
        columns={columns}
        rows={report.rows}
        rowKey={({ on }) => on}
        defaultSort={{ columnId: 'on', direction: 'descending' }}
        density={density}
        phone="scroll"
        maxHeight="40rem"
      />
    </Section>
  );
}

function HowComputed({ subscription, timeZone }: { subscription: Subscription; timeZone: string }) {
  const t = useTranslations('indicators.how');
  const aggregate = useTranslations('store.aggregate');
  const localized = useLocalized();
  const nameOf = useMetricName();
  const bindings = useMemo(() => bindingsOf(subscription.settings), [subscription.settings]);
  const bound = useBoundSeries(bindings);
  return (
    <Disclosure summary={t('title')}>
      <dl>
        {subscription.app.indicators.map(({ key, label, input, aggregate: kind }) => {
          const series = bound[input];
          return (
            <div key={key} className="grid gap-x-8 border-t border-line py-2 md:grid-cols-[14rem_minmax(0,1fr)]">
              <dt className="font-medium text-ink">{localized(label)}</dt>
              <dd>
                {series ? (
                  <Link href={`/machines/${series.deviceId}`} className="tn-link">
                    {t('line', { machine: series.deviceName, metric: nameOf(series.key), aggregate: aggregate(kind) })}
                  </Link>
                ) : (
                  t('gone', { id: bindings[input] ?? '' })
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="border-t border-line pt-2">{t('zone', { timeZone })}</p>
    </Disclosure>
  );
}

interface IndicatorResultsProps {
  readonly subscription: Subscription;
  readonly report: Report;
  readonly isStale: boolean;
}

/** Each figure as a small chart, then all of them in a table, then how they came to be. */
export function IndicatorResults({ subscription, report, isStale }: IndicatorResultsProps) {
  const t = useTranslations('indicators');
  const { app } = subscription;
  return (
    <div className={clsx('grid min-w-0 grid-cols-1 gap-10', isStale && 'opacity-60')} aria-busy={isStale}>
      <Section title={t('charts')}>
        <div className="grid gap-px overflow-hidden border-y border-line bg-line md:grid-cols-2">
          {app.indicators.map((indicator, index) => (
            <Figure key={indicator.key} indicator={indicator} report={report} index={index} />
          ))}
        </div>
      </Section>
      <DayTable app={app} report={report} />
      <HowComputed subscription={subscription} timeZone={report.timeZone} />
    </div>
  );
}
