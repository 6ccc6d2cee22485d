import { MAX_KG_CO2_PER_KWH } from '@tenon/domain/energy';
import type { ConfigureEnergyInput } from '../../../generated/documents';
import type { EnergySettings } from '../energy-settings';
import { isSettled, wrongUnit, type Meter } from '../meter-choice';
import { EXAMPLE_DAY, EXAMPLE_PRICES, hoursOf, type TariffDay, type TariffPrices } from '../tariff-day';
import type { TariffBand } from '../../../generated/documents';

/** The api takes at most so many metrics. */
export const MOST_METERS = 64;
const MOST_YUAN_PER_KWH = 100;

/** Prices as they are being typed; null while a field is empty. */
export type DraftPrices = Readonly<Record<TariffBand, number | null>>;

/** What the set-up collects. */
export interface EnergyDraft {
  /** Null until the company's metrics are known. */
  readonly meters: readonly Meter[] | null;
  readonly day: TariffDay;
  readonly prices: DraftPrices;
  /** kg CO₂ per kWh. */
  readonly factor: number | null;
  /** Whether the person fills the factor in, instead of choosing one from the table. */
  readonly isOwnFactor: boolean;
  readonly timeZone: string;
}

/** Parts of the draft, each a step. */
export const DRAFT_PARTS = ['meters', 'tariff', 'factor'] as const;
export type DraftPart = (typeof DRAFT_PARTS)[number];

/** Where a set-up starts: from what is set already, or the example tariff and the company's time zone. */
export function firstDraft(settings: EnergySettings | null, timeZone: string): EnergyDraft {
  if (!settings) return { meters: null, day: EXAMPLE_DAY, prices: EXAMPLE_PRICES, factor: null, isOwnFactor: false, timeZone };
  return { meters: null, day: settings.day, prices: settings.prices, factor: settings.emissionFactorKgPerKwh, isOwnFactor: false, timeZone: settings.timeZone };
}

/** Prices that may be sent, or null while one is missing or out of range. */
export function wholePrices(prices: DraftPrices): TariffPrices | null {
  const { PEAK, FLAT, VALLEY } = prices;
  if (PEAK === null || FLAT === null || VALLEY === null) return null;
  return [PEAK, FLAT, VALLEY].every((price) => price >= 0 && price <= MOST_YUAN_PER_KWH) ? { PEAK, FLAT, VALLEY } : null;
}

export function isFactor(factor: number | null): factor is number {
  return factor !== null && factor >= 0 && factor <= MAX_KG_CO2_PER_KWH;
}

function areMetersWhole(meters: readonly Meter[] | null): boolean {
  return meters !== null && meters.length > 0 && meters.length <= MOST_METERS && meters.every((meter) => isSettled(meter) && wrongUnit(meter) === null);
}

/** Whether nothing is missing in a part. */
export function isPartWhole(draft: EnergyDraft, part: DraftPart): boolean {
  if (part === 'meters') return areMetersWhole(draft.meters);
  return part === 'tariff' ? wholePrices(draft.prices) !== null : isFactor(draft.factor);
}

/** What is sent; null while something is missing. */
export function configurationOf(draft: EnergyDraft, subscriptionId: string): ConfigureEnergyInput | null {
  const prices = wholePrices(draft.prices);
  if (!prices || !isFactor(draft.factor) || !areMetersWhole(draft.meters)) return null;
  return {
    subscriptionId,
    seriesIds: (draft.meters ?? []).map(({ id }) => id),
    hours: hoursOf(draft.day),
    prices: { peak: prices.PEAK, flat: prices.FLAT, valley: prices.VALLEY },
    emissionFactorKgPerKwh: draft.factor,
    timeZone: draft.timeZone,
  };
}
