'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Num } from '@tenon/ui';
import { BandHours } from './band-hours';
import { BandSwatch } from './band-swatch';
import { BANDS, QUARTERS_PER_DAY, stretchesOf, type TariffDay, type TariffPrices } from './tariff-day';

const FILL = { PEAK: 'bg-band-peak', FLAT: 'bg-band-flat', VALLEY: 'bg-band-valley' } as const;

/** The day's bands as a strip, with hours and prices in words below. */
export function TariffStrip({ day, prices }: { day: TariffDay; prices: TariffPrices }) {
  const t = useTranslations('energy');
  const locale = useLocale();
  const stretches = stretchesOf(day);
  return (
    <div className="grid grid-cols-1 gap-3">
      <div aria-hidden="true" className="flex h-3 gap-px">
        {stretches.map(({ fromQuarter, toQuarter, band }) => (
          <span key={fromQuarter} className={FILL[band]} style={{ width: `${((toQuarter - fromQuarter) / QUARTERS_PER_DAY) * 100}%` }} />
        ))}
      </div>
      <ul className="grid gap-1 text-14">
        {BANDS.map((band) => (
          <li key={band} className="flex flex-wrap items-center gap-x-3">
            <span className="inline-flex items-center gap-2 font-medium">
              <BandSwatch band={band} />
              {t(`bands.${band}`)}
            </span>
            <Num value={prices[band]} precision={4} minPrecision={2} unit={t('unit.yuanPerKwh')} locale={locale} />
            <BandHours day={day} band={band} />
          </li>
        ))}
      </ul>
    </div>
  );
}
