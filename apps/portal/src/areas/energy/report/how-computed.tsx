'use client';

import { DAY_MS } from '@tenon/kernel';
import { Disclosure } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../../frame/link';
import type { ReactNode } from 'react';
import { useAnswer } from '../../../api/use-answer';
import { EmissionFactorsDocument, ReadableSeriesDocument } from '../../../generated/documents';
import { useMetricName } from '../../metrics/use-metric-name';
import { useLocalized } from '../../store/use-localized';
import type { EnergySettings } from '../energy-settings';
import { FactorSource } from '../factor-source';
import { METER_QUANTITIES } from '../meter-choice';
import { TariffStrip } from '../tariff-strip';
import type { ShownReport } from './use-energy-report';
import { useEnergyWords } from './use-energy-words';

const MOST_METERS = 100;

function Meters({ seriesIds }: { seriesIds: readonly string[] }) {
  const t = useTranslations('energy.how');
  const metrics = useTranslations('metrics.quantities');
  const nameOf = useMetricName();
  const query = useAnswer(ReadableSeriesDocument, { first: MOST_METERS, quantities: [...METER_QUANTITIES] });
  const known = new Map(query.data?.series.nodes.map((meter) => [meter.id, meter]));
  return (
    <ul className="grid grid-cols-1 gap-1">
      {seriesIds.map((id) => {
        const meter = known.get(id);
        if (!meter) return <li key={id}>{query.isPending ? '…' : t('meterGone', { id })}</li>;
        return (
          <li key={id}>
            <Link href={`/machines/${meter.deviceId}`} className="tn-link">
              {t('meterLine', { machine: meter.deviceName, metric: nameOf(meter.key) })}
            </Link>
            <span className="ml-2 text-13 text-ink-3">{metrics(meter.quantity)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Factor({ kgPerKwh }: { kgPerKwh: number }) {
  const t = useTranslations('energy.how');
  const localized = useLocalized();
  const query = useAnswer(EmissionFactorsDocument, {}, { staleMs: Infinity });
  const factor = query.data?.emissionFactors.find(({ kgCo2PerKwh }) => kgCo2PerKwh === kgPerKwh);
  if (!query.data) return null;
  if (!factor) return t('factorOwn');
  return (
    <>
      {t('factorSource', { name: localized(factor.name), year: String(factor.year) })}
      <FactorSource factor={factor} />
    </>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-8 gap-y-1 border-t border-line py-3 md:grid-cols-[8rem_minmax(0,1fr)]">
      <dt className="text-ink-3">{term}</dt>
      <dd className="max-w-prose text-ink">{children}</dd>
    </div>
  );
}

function Reckoning({ settings }: { settings: EnergySettings }) {
  const t = useTranslations('energy.how');
  return (
    <>
      <Line term={t('meters')}>
        <Meters seriesIds={settings.seriesIds} />
      </Line>
      <Line term={t('tariff')}>
        <TariffStrip day={settings.day} prices={settings.prices} />
      </Line>
      <Line term={t('carbon')}>
        {t('carbonText', { factor: String(settings.emissionFactorKgPerKwh) })}
        <span className="mt-1 block text-13 text-ink-2">
          <Factor kgPerKwh={settings.emissionFactorKgPerKwh} />
        </span>
      </Line>
    </>
  );
}

/** How each figure came to be, down to its sources. */
export function HowComputed({ shown, settings, timeZone }: { shown: ShownReport; settings: EnergySettings | null; timeZone: string }) {
  const t = useTranslations('energy.how');
  const energy = useTranslations('energy');
  const { comparison } = shown;
  const words = useEnergyWords();
  const locale = useLocale();
  return (
    <Disclosure summary={t('title')}>
      <dl lang={locale}>
        <Line term={t('energy')}>{t('energyText')}</Line>
        <Line term={t('cost')}>{t('costText')}</Line>
        {settings && <Reckoning settings={settings} />}
        <Line term={t('comparison')}>
          {t('comparisonText')} {comparison?.isSoFar && energy('soFar', { count: Math.round((comparison.current.toMs - comparison.current.fromMs) / DAY_MS) })}
        </Line>
        <Line term={t('baseLoad')}>{t('baseLoadText')}</Line>
        <Line term={t('peakDemand')}>{t('peakDemandText')}</Line>
        <Line term={t('coverage')}>
          {t('coverageText', { share: words.percent(shown.known) })} {t('estimated', { count: shown.report.estimatedSlots })}
          <span className="mt-1 block text-13 text-ink-2">{t('timeZone', { timeZone })}</span>
        </Line>
      </dl>
    </Disclosure>
  );
}
