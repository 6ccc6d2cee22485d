'use client';

import type { Period } from '@tenon/domain/energy';
import { Section, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Segments } from '../../apps/segments';
import { BAND_COLOR } from '../chart-bands';
import { BANDS } from '../tariff-day';
import type { PeriodRow } from './energy-periods';
import { usePeriodLabel } from './use-period-label';

const HEIGHT = 260;
const StackedBarChart = dynamic(() => import('@tenon/ui/charts').then((charts) => charts.StackedBarChart), { ssr: false, loading: () => <Skeleton height={HEIGHT + 28} /> });

const PERIOD_KEYS = ['day', 'week', 'month'] as const satisfies readonly Period[];

interface EnergyBarsProps {
  readonly rows: readonly PeriodRow[];
  readonly period: Period;
  onPeriod(period: Period): void;
  /** Looks at one period alone. */
  onOpen(row: PeriodRow): void;
}

/** When the energy was used: a bar a period, stacked by tariff band. */
export function EnergyBars({ rows, period, onPeriod, onOpen }: EnergyBarsProps) {
  const t = useTranslations('energy');
  const locale = useLocale();
  const label = usePeriodLabel(period);
  // Valley at the foot and peak on top: what could be moved away lies where it is seen.
  const bands = [...BANDS].reverse().map((band) => ({ id: band, label: t(`bands.${band}`), color: BAND_COLOR[band] }));
  const periods = rows.map((row) => ({ key: row.startOn, label: label.short(row, rows.length), values: { PEAK: row.peakKwh, FLAT: row.flatKwh, VALLEY: row.valleyKwh } }));
  return (
    <Section
      title={t('bars.title')}
      description={rows.length > 1 ? t('bars.openHint') : undefined}
      actions={<Segments label={t('period.label')} value={period} onChange={onPeriod} options={PERIOD_KEYS.map((key) => ({ key, label: t(`period.${key}`) }))} />}
    >
      <StackedBarChart
        label={t('bars.label', { period })}
        locale={locale}
        unit="kWh"
        bands={bands}
        periods={periods}
        totalLabel={t('bars.total')}
        periodLabel={t('bars.periodLabel', { period })}
        height={HEIGHT}
        onSelect={(key) => {
          const row = rows.find(({ startOn }) => startOn === key);
          if (row && rows.length > 1) onOpen(row);
        }}
      />
    </Section>
  );
}
