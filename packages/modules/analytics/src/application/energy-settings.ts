import { checkedEmissionFactor, checkedTariff, offsetMsAt, type Tariff } from '@tenon/domain/energy';
import { invalid } from '@tenon/kernel';
import { z } from 'zod';

/** Metrics that one subscription may read. */
const MOST_METRICS = 64;

const band = z.enum(['peak', 'flat', 'valley']);

/** What Energy & carbon keeps of a company's choices; also what is stored with the subscription. */
const stored = z.object({
  seriesIds: z.array(z.number().int()).min(1).max(MOST_METRICS),
  tariff: z.object({
    hours: z.array(z.object({ fromMinute: z.number().int(), toMinute: z.number().int(), band })).min(1).max(96),
    /** Yuan per 10,000 kWh, so that four decimals of a yuan per kWh are whole numbers. */
    yuanPer10000Kwh: z.object({ peak: z.number().int(), flat: z.number().int(), valley: z.number().int() }),
  }),
  emissionFactorKgPerKwh: z.number(),
  timeZone: z.string(),
});

export type EnergySettings = z.infer<typeof stored>;

/** Settings as they were stored, whatever release stored them. */
export function readEnergySettings(settings: unknown): EnergySettings {
  return stored.parse(settings);
}

const reading = z.object({ seriesIds: z.array(z.number().int()).default([]) });

/** Which metrics a subscription reads; none before it is set up. */
export function readSeriesIds(settings: unknown): number[] {
  return reading.parse(settings).seriesIds;
}

/** What a person chose, in the units of the screen. */
export interface EnergyChoices {
  readonly seriesIds: readonly number[];
  readonly hours: readonly { fromMinute: number; toMinute: number; band: string }[];
  readonly pricesYuanPerKwh: { peak: number; flat: number; valley: number };
  readonly emissionFactorKgPerKwh: number;
  readonly timeZone: string;
}

const PRICE_SCALE = 10_000;

function checkedSeriesIds(chosen: readonly number[]): number[] {
  const ids = [...new Set(chosen)];
  if (ids.length === 0) throw invalid('ENERGY.NO_METRICS', 'Choose at least one metric.');
  if (ids.length > MOST_METRICS) throw invalid('ENERGY.TOO_MANY_METRICS', `At most ${MOST_METRICS} metrics.`, { limit: MOST_METRICS });
  return ids;
}

/**
 * Settings from choices, checked.
 * @throws AppError (invalid) TARIFF.GAP, TARIFF.OVERLAP and their kin; ENERGY.NO_METRICS, ENERGY.TOO_MANY_METRICS; CARBON.FACTOR_INVALID; ZONE.UNKNOWN
 */
export function toEnergySettings(choices: EnergyChoices): EnergySettings {
  const seriesIds = checkedSeriesIds(choices.seriesIds);
  const { peak, flat, valley } = choices.pricesYuanPerKwh;
  const scaled = (yuan: number): number => Math.round(yuan * PRICE_SCALE);
  const yuanPer10000Kwh = { peak: scaled(peak), flat: scaled(flat), valley: scaled(valley) };
  const tariff = checkedTariff({ hours: choices.hours as Tariff['hours'], yuanPer10000Kwh });
  offsetMsAt(choices.timeZone, 0);
  return stored.parse({
    seriesIds,
    tariff,
    emissionFactorKgPerKwh: checkedEmissionFactor(choices.emissionFactorKgPerKwh),
    timeZone: choices.timeZone,
  });
}
