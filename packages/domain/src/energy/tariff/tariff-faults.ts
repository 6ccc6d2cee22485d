import { MINUTES_PER_DAY, TARIFF_BANDS } from './tariff.js';
import type { Tariff, TariffBand, TariffHours } from './tariff.js';

/** Highest price a tariff may name, in yuan per 10 000 kWh: 100 yuan per kWh, to catch a slip of the unit. */
export const MAX_YUAN_PER_10000_KWH = 1_000_000;

/**
 * One thing wrong with a tariff. `TARIFF.GAP` and `TARIFF.OVERLAP` name the minutes concerned; `TARIFF.NOT_QUARTER_HOUR`
 * and `TARIFF.OUT_OF_DAY` (an end outside 0…1440, or not after its start) the stretch; `TARIFF.PRICE_MISSING` and
 * `TARIFF.PRICE_INVALID` (no whole number in 0…MAX_YUAN_PER_10000_KWH) the band.
 */
export type TariffFault =
  | {
      readonly code: 'TARIFF.GAP' | 'TARIFF.OVERLAP' | 'TARIFF.NOT_QUARTER_HOUR' | 'TARIFF.OUT_OF_DAY';
      readonly fromMinute: number;
      readonly toMinute: number;
    }
  | { readonly code: 'TARIFF.PRICE_MISSING' | 'TARIFF.PRICE_INVALID'; readonly band: TariffBand };

function shapeFaults({ fromMinute, toMinute }: TariffHours): TariffFault[] {
  const isInDay = fromMinute >= 0 && fromMinute < toMinute && toMinute <= MINUTES_PER_DAY;
  if (!isInDay) return [{ code: 'TARIFF.OUT_OF_DAY', fromMinute, toMinute }];
  if (fromMinute % 15 !== 0 || toMinute % 15 !== 0) return [{ code: 'TARIFF.NOT_QUARTER_HOUR', fromMinute, toMinute }];
  return [];
}

function coverFaults(hours: readonly TariffHours[]): TariffFault[] {
  const faults: TariffFault[] = [];
  let coveredTo = 0;
  for (const { fromMinute, toMinute } of [...hours].sort((a, b) => a.fromMinute - b.fromMinute)) {
    if (fromMinute > coveredTo) faults.push({ code: 'TARIFF.GAP', fromMinute: coveredTo, toMinute: fromMinute });
    if (fromMinute < coveredTo) {
      faults.push({ code: 'TARIFF.OVERLAP', fromMinute, toMinute: Math.min(coveredTo, toMinute) });
    }
    coveredTo = Math.max(coveredTo, toMinute);
  }
  if (coveredTo < MINUTES_PER_DAY) faults.push({ code: 'TARIFF.GAP', fromMinute: coveredTo, toMinute: MINUTES_PER_DAY });
  return faults;
}

function priceFaults({ hours, yuanPer10000Kwh }: Tariff): TariffFault[] {
  return TARIFF_BANDS.flatMap((band): TariffFault[] => {
    const price = yuanPer10000Kwh[band];
    if (price === undefined) {
      return hours.some((stretch) => stretch.band === band) ? [{ code: 'TARIFF.PRICE_MISSING', band }] : [];
    }
    const isPrice = Number.isInteger(price) && price >= 0 && price <= MAX_YUAN_PER_10000_KWH;
    return isPrice ? [] : [{ code: 'TARIFF.PRICE_INVALID', band }];
  });
}

/**
 * Everything wrong with a tariff, for a form to show beside its fields.
 * @returns an empty list for a sound tariff; gaps and overlaps are only looked for once each stretch is sound by itself
 */
export function tariffFaults(tariff: Tariff): TariffFault[] {
  const shape = tariff.hours.flatMap(shapeFaults);
  return [...(shape.length > 0 ? shape : coverFaults(tariff.hours)), ...priceFaults(tariff)];
}
