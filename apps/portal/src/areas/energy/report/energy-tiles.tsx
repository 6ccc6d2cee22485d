'use client';

import { ExactTime, MetricRow, MetricTile } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { beforeKeyOf } from './before-key';
import type { RangeName } from './energy-range';
import type { ShownReport } from './use-energy-report';
import { scaleOf, useEnergyWords } from './use-energy-words';

interface EnergyTilesProps {
  readonly shown: ShownReport;
  readonly name: RangeName;
  readonly timeZone: string;
}

const HOURS_PER_DAY = 24;

/** More energy, cost or carbon is not welcome; a change that is none is neither. */
function toneOf(ratio: number): 'good' | 'bad' | 'neutral' {
  if (Math.abs(ratio) < 0.005) return 'neutral';
  return ratio > 0 ? 'bad' : 'good';
}

function useDelta({ shown: { change, comparison }, name }: EnergyTilesProps) {
  const t = useTranslations('energy');
  return (ratio: number | null | undefined) => {
    if (ratio === null || ratio === undefined || !change || !comparison) return undefined;
    const count = 'count' in name ? name.count : 0;
    return { ratio, tone: toneOf(ratio), against: t('against', { before: beforeKeyOf(name, comparison), count }) };
  };
}

function Amounts(props: EnergyTilesProps) {
  const t = useTranslations('energy');
  const locale = useLocale();
  const words = useEnergyWords();
  const deltaOf = useDelta(props);
  const { report, change } = props.shown;
  const { energyKwh, costMinor, carbonKg } = report.totals;
  const carbon = words.carbonUnit(carbonKg);
  const meanPrice = energyKwh > 0 ? t('tiles.meanPrice', { price: (costMinor / 100 / energyKwh).toFixed(4) }) : undefined;
  return (
    <>
      <MetricTile label={t('tiles.energy')} value={energyKwh} unit="kWh" scale={scaleOf(energyKwh)} locale={locale} delta={deltaOf(change?.energy)} />
      <MetricTile label={t('tiles.cost')} value={costMinor / 100} unit={t('unit.yuan')} scale={scaleOf(costMinor / 100)} locale={locale} delta={deltaOf(change?.cost)} hint={meanPrice} />
      <MetricTile label={t('tiles.carbon')} value={carbonKg / carbon.kg} unit={carbon.unit} locale={locale} delta={deltaOf(change?.carbon)} />
    </>
  );
}

function Loads({ shown: { report }, timeZone }: EnergyTilesProps) {
  const t = useTranslations('energy.tiles');
  const locale = useLocale();
  const words = useEnergyWords();
  const { baseLoadKw, peakDemandKw, peakDemandAt } = report;
  return (
    <>
      <MetricTile
        label={t('baseLoad')}
        value={baseLoadKw}
        unit="kW"
        locale={locale}
        hint={baseLoadKw === null ? t('baseLoadNone') : t('baseLoadHint', { energy: words.energy(baseLoadKw * HOURS_PER_DAY) })}
      />
      <MetricTile label={t('peakDemand')} value={peakDemandKw} unit="kW" locale={locale} hint={peakDemandAt && <ExactTime at={peakDemandAt} locale={locale} timeZone={timeZone} precision="minute" />} />
    </>
  );
}

/** The figures: what was used, paid and emitted, what always runs, and the highest demand. */
export function EnergyTiles(props: EnergyTilesProps) {
  return (
    <MetricRow columns={5}>
      <Amounts {...props} />
      <Loads {...props} />
    </MetricRow>
  );
}
