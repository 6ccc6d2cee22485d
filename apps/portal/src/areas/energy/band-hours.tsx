import type { TariffBand } from '../../generated/documents';
import { clockAt, stretchesOf, type TariffDay } from './tariff-day';

/** The hours of a band by the clock; nothing where it has none. */
export function BandHours({ day, band }: { day: TariffDay; band: TariffBand }) {
  return (
    <span className="inline-flex flex-wrap gap-x-3 text-13 text-ink-3">
      {stretchesOf(day)
        .filter((stretch) => stretch.band === band)
        .map(({ fromQuarter, toQuarter }) => (
          <span key={fromQuarter} className="tn-num">
            {clockAt(fromQuarter)}–{clockAt(toQuarter)}
          </span>
        ))}
    </span>
  );
}
