'use client';

import { NumberField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { TariffBand } from '../../../generated/documents';
import { BandHours } from '../band-hours';
import { BandSwatch } from '../band-swatch';
import { BANDS, hoursIn, type TariffDay } from '../tariff-day';
import type { DraftPrices } from './energy-draft';

interface PriceRowsProps {
  readonly day: TariffDay;
  readonly prices: DraftPrices;
  readonly isChecked: boolean;
  onChange(prices: DraftPrices): void;
}

function Hours({ day, band }: { day: TariffDay; band: TariffBand }) {
  const t = useTranslations('energy.setup.tariff');
  const hours = hoursIn(day, band);
  if (hours === 0) return <span className="text-13 text-ink-3">{t('unused')}</span>;
  return (
    <span className="flex flex-wrap items-baseline gap-x-4">
      <BandHours day={day} band={band} />
      <span className="tn-num text-13">{t('hours', { hours })}</span>
    </span>
  );
}

/** Each band with its hours in figures and its price. */
export function PriceRows({ day, prices, isChecked, onChange }: PriceRowsProps) {
  const t = useTranslations('energy');
  return (
    <ul className="border-t border-line">
      {BANDS.map((band) => (
        <li key={band} className="grid items-center gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-[4rem_minmax(0,1fr)_13rem]">
          <span className="inline-flex items-center gap-2 text-14 font-medium">
            <BandSwatch band={band} />
            {t(`bands.${band}`)}
          </span>
          <Hours day={day} band={band} />
          <NumberField
            label={t('setup.tariff.price', { band: t(`bands.${band}`) })}
            isLabelHidden
            unit={t('unit.yuanPerKwh')}
            min={0}
            max={100}
            step={0.01}
            precision={4}
            value={prices[band]}
            onValueChange={(price) => onChange({ ...prices, [band]: price })}
            error={isChecked && prices[band] === null ? t('setup.tariff.priceMissing') : undefined}
          />
        </li>
      ))}
    </ul>
  );
}
