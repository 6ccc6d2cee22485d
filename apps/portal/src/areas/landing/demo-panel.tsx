'use client';

import { MetricRow, MetricTile, StateMark } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useStateWords } from '../metrics/use-state-words';
import type { DemoMoment } from './demo-press';
import { PowerCurve } from './power-curve';
import { useDemo } from './use-demo';

/** A machine's face as the workspace shows it, alive: the same simulation that a new company can add with one click. */
export function DemoPanel({ first }: { first: DemoMoment }) {
  const t = useTranslations('public.demo');
  const names = useTranslations('metrics.names');
  const locale = useLocale();
  const stateWords = useStateWords();
  const { values, nameZh, nameEn, powerKw, goodToday, energyTodayKwh } = useDemo(first);
  return (
    <section aria-label={t('label')} className="rounded border border-line bg-surface">
      <header className="flex flex-wrap items-center justify-between gap-2 px-5 pt-4 pb-3">
        <p className="text-16 font-medium">{locale === 'zh-CN' ? nameZh : nameEn}</p>
        <StateMark state={values.machine_state} label={stateWords[values.machine_state]} />
      </header>
      <div className="px-5">
        <MetricRow columns={4} className="md:grid-cols-4">
          <MetricTile label={names('power_kw')} value={values.power_kw} unit="kW" precision={1} locale={locale} />
          <MetricTile label={names('cycle_time_s')} value={values.cycle_time_s} unit="s" precision={1} locale={locale} />
          <MetricTile label={t('goodToday')} value={goodToday} precision={0} locale={locale} />
          <MetricTile label={t('energyToday')} value={energyTodayKwh} unit="kWh" precision={0} locale={locale} />
        </MetricRow>
      </div>
      <div className="px-5 pt-4 pb-3">
        <p className="mb-2 text-13 text-ink-2">{t('curve')}</p>
        <PowerCurve label={t('curveLabel')} values={powerKw} ends={[t('hourAgo'), t('now')]} />
      </div>
      <p className="border-t border-line px-5 py-3 text-12 text-ink-3">{t('honest')}</p>
    </section>
  );
}
