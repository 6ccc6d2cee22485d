import type { TariffBand, TariffHoursInput } from '../../generated/documents';
import { BANDS, PRICE_UNITS_PER_YUAN, dayOf, type TariffDay, type TariffPrices } from './tariff-day';

/** What a subscription to Energy & carbon reads and reckons by. */
export interface EnergySettings {
  readonly seriesIds: readonly string[];
  readonly day: TariffDay;
  readonly prices: TariffPrices;
  readonly emissionFactorKgPerKwh: number;
  readonly timeZone: string;
}

type Json = Readonly<Record<string, unknown>>;

function objectIn(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

function bandOf(value: unknown): TariffBand | null {
  return BANDS.find((band) => band.toLowerCase() === value) ?? null;
}

function stretchFrom(value: unknown): TariffHoursInput | null {
  const stretch = objectIn(value);
  const band = bandOf(stretch?.['band']);
  const [fromMinute, toMinute] = [Number(stretch?.['fromMinute']), Number(stretch?.['toMinute'])];
  return band && Number.isFinite(fromMinute + toMinute) ? { fromMinute, toMinute, band } : null;
}

function hoursFrom(value: unknown): TariffHoursInput[] | null {
  if (!Array.isArray(value)) return null;
  const hours = value.map(stretchFrom);
  return hours.every((each) => each !== null) ? hours : null;
}

function pricesFrom(value: unknown): TariffPrices | null {
  const stored = objectIn(value);
  const yuan = (name: string): number => Number(stored?.[name]) / PRICE_UNITS_PER_YUAN;
  const prices = { PEAK: yuan('peak'), FLAT: yuan('flat'), VALLEY: yuan('valley') };
  return Object.values(prices).every(Number.isFinite) ? prices : null;
}

function tariffFrom(value: unknown): Pick<EnergySettings, 'day' | 'prices'> | null {
  const tariff = objectIn(value);
  const hours = hoursFrom(tariff?.['hours']);
  const prices = pricesFrom(tariff?.['yuanPer10000Kwh']);
  return hours && prices && { day: dayOf(hours), prices };
}

/** Reads a subscription's settings as they are stored; null where they do not say everything, as before the set-up. */
export function energySettings(settings: unknown): EnergySettings | null {
  const stored = objectIn(settings);
  const tariff = tariffFrom(stored?.['tariff']);
  if (!stored || !tariff) return null;
  const { seriesIds, emissionFactorKgPerKwh, timeZone } = stored;
  if (!Array.isArray(seriesIds) || typeof emissionFactorKgPerKwh !== 'number' || typeof timeZone !== 'string') return null;
  return { ...tariff, seriesIds: seriesIds.map(String), emissionFactorKgPerKwh, timeZone };
}
