'use client';

import { Section, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Segments } from '../../apps/segments';
import { BAND_COLOR } from '../chart-bands';
import { stretchesOf, type TariffDay } from '../tariff-day';
import type { EnergyReport } from './energy-answer';

const HEIGHT = 280;
const LoadCurveChart = dynamic(() => import('@tenon/ui/charts').then((charts) => charts.LoadCurveChart), { ssr: false, loading: () => <Skeleton height={HEIGHT + 28} /> });

const isKnown = (values: readonly (number | null)[]): boolean => values.some((value) => value !== null);

function Curve({ report, day, view }: { report: EnergyReport; day: TariffDay | null; view: 'chart' | 'table' }) {
  const t = useTranslations('energy');
  const locale = useLocale();
  const { workingDaysKw, weekendKw } = report.loadCurve;
  const lines = [
    { id: 'working', label: t('curve.workingDays'), values: workingDaysKw },
    { id: 'weekend', label: t('curve.weekend'), values: weekendKw, isDashed: true },
  ];
  return (
    <LoadCurveChart
      label={t('curve.label')}
      locale={locale}
      unit="kW"
      lines={lines.filter(({ values }) => isKnown(values))}
      bands={day?.length ? stretchesOf(day).map(({ band, ...quarters }) => ({ ...quarters, color: BAND_COLOR[band], label: t(`bands.${band}`) })) : undefined}
      limit={report.baseLoadKw === null ? undefined : { value: report.baseLoadKw, label: t('curve.baseLoad') }}
      timeLabel={t('curve.time')}
      view={view}
      height={HEIGHT}
    />
  );
}

/** Mean power over the local day, working days beside weekends. */
export function LoadCurve({ report, day }: { report: EnergyReport; day: TariffDay | null }) {
  const t = useTranslations('energy.curve');
  const apps = useTranslations('apps');
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const { workingDaysKw, weekendKw } = report.loadCurve;
  const hasCurve = isKnown(workingDaysKw) || isKnown(weekendKw);
  return (
    <Section
      title={t('title')}
      description={t('description')}
      actions={
        hasCurve && (
          <Segments<'chart' | 'table'>
            label={apps('view')}
            value={view}
            onChange={setView}
            options={[
              { key: 'chart', label: apps('chart') },
              { key: 'table', label: apps('table') },
            ]}
          />
        )
      }
    >
      {hasCurve ? <Curve report={report} day={day} view={view} /> : <p className="py-8 text-14 text-ink-2">{t('empty')}</p>}
    </Section>
  );
}
