import type { Period } from '@tenon/domain/energy';
import type { ConfigureEnergyInput, EnergyPeriod } from '@tenon/graphql/resolvers';
import { invalid, notFound, type TimeRange } from '@tenon/kernel';
import type { EnergyChoices } from '../application/energy-settings.js';

/** A range given as two instants. @throws AppError (invalid) RANGE.MALFORMED */
export function readRange({ from, to }: { from: string; to: string }): TimeRange {
  const range = { fromMs: Date.parse(from), toMs: Date.parse(to) };
  if (Number.isNaN(range.fromMs) || Number.isNaN(range.toMs)) throw invalid('RANGE.MALFORMED', 'An instant is written like 2026-03-01T08:00:00Z.');
  return range;
}

/** A period in the domain's words. */
export function readPeriod(period: EnergyPeriod): Period {
  return period.toLowerCase() as Period;
}

/** A metric's id as the database has it. @throws AppError (not-found) SERIES.NOT_FOUND for what cannot be one */
export function readSeriesId(id: string): number {
  if (!/^[1-9]\d{0,9}$/.test(id)) throw notFound('SERIES.NOT_FOUND', 'There is no such metric.');
  return Number(id);
}

/** What a person chose for Energy & carbon. */
export function readChoices(input: ConfigureEnergyInput): EnergyChoices {
  return {
    seriesIds: input.seriesIds.map(readSeriesId),
    hours: input.hours.map((each) => ({ ...each, band: each.band.toLowerCase() })),
    pricesYuanPerKwh: input.prices,
    emissionFactorKgPerKwh: input.emissionFactorKgPerKwh,
    timeZone: input.timeZone,
  };
}
