'use client';

import { Section, SelectField, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { MeterFactsFragment, PlanViewFragment } from '../../generated/documents';
import { usagePeriods } from './usage-periods';
import { usePlanWords } from './use-plan-words';

const HEIGHT = 220;
const StackedBarChart = dynamic(() => import('@tenon/ui/charts').then((charts) => charts.StackedBarChart), { ssr: false, loading: () => <Skeleton height={HEIGHT + 28} /> });

/** What goes through in a day; of the others there is one number, not a sum of days. */
const FLOWS = ['POINTS_A_DAY', 'API_CALLS_A_DAY'] as const;

function useForecastLine({ forecast }: MeterFactsFragment, monthTo: string): string {
  const t = useTranslations('plan.chart');
  const words = usePlanWords();
  return forecast ? t('forecast', { total: words.count(forecast.total), day: words.day(monthTo) }) : t('tooEarly');
}

/** A month of points or API calls, day by day: as it was, and as it will be if it goes on so. */
export function UsageChart({ view }: { view: PlanViewFragment }) {
  const t = useTranslations('plan');
  const locale = useLocale();
  const words = usePlanWords();
  const flows = view.usage.filter(({ meter }) => FLOWS.some((flow) => flow === meter));
  const [chosen, setChosen] = useState<string>(FLOWS[0]);
  const usage = flows.find(({ meter }) => meter === chosen) ?? flows[0];
  if (!usage) return null;
  return <ChartOf {...{ usage, view, flows, t, locale, words }} onChoose={setChosen} />;
}

interface ChartOfProps {
  readonly usage: MeterFactsFragment;
  readonly view: PlanViewFragment;
  readonly flows: readonly MeterFactsFragment[];
  readonly t: ReturnType<typeof useTranslations<'plan'>>;
  readonly locale: string;
  readonly words: ReturnType<typeof usePlanWords>;
  onChoose(meter: string): void;
}

function ChartOf({ usage, view, flows, t, locale, words, onChoose }: ChartOfProps) {
  const line = useForecastLine(usage, view.monthTo);
  return (
    <Section
      title={t('chart.title')}
      description={line}
      actions={<SelectField label={t('chart.meter')} isLabelHidden value={usage.meter} onValueChange={onChoose} options={flows.map(({ meter }) => ({ value: meter, label: t(`quota.${meter}`) }))} />}
    >
      <StackedBarChart
        label={t('chart.label', { meter: t(`quota.${usage.meter}`) })}
        locale={locale}
        unit=""
        bands={[
          { id: 'used', label: t('chart.used'), color: 1 },
          { id: 'expected', label: t('chart.expected'), color: 'flat' },
        ]}
        periods={usagePeriods(usage, view).map(({ date, used, expected }) => ({ key: date, label: words.shortDay(date), values: { used, expected } }))}
        precision={0}
        totalLabel={t('chart.total')}
        periodLabel={t('chart.day')}
        height={HEIGHT}
      />
    </Section>
  );
}
