import type { Period } from '@tenon/domain/energy';
import type { ConfigureEnergyInput, EnergyPeriod } from '@tenon/graphql/resolvers';
import { invalid, type TimeRange } from '@tenon/kernel';
import { readSeriesId } from '@tenon/telemetry';
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

/** What a person chose for Energy & carbon. */
export function readChoices(input: ConfigureEnergyInput): EnergyChoices {
  return {
    seriesIds: input.seriesIds.map((id) => readSeriesId(id)),
    hours: input.hours.map((each) => ({ ...each, band: each.band.toLowerCase() })),
    pricesYuanPerKwh: input.prices,
    emissionFactorKgPerKwh: input.emissionFactorKgPerKwh,
    timeZone: input.timeZone,
  };
}
