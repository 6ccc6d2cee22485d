import { invalid } from '@tenon/kernel';
import type { Tariff, TariffBand } from './tariff.js';

/**
 * The band that holds at a minute of the local day.
 * @param minuteOfDay 0 ≤ minuteOfDay < 1440
 * @throws AppError (invalid) TARIFF.GAP if the tariff says nothing about that minute
 */
export function bandAt(tariff: Tariff, minuteOfDay: number): TariffBand {
  const stretch = tariff.hours.find(({ fromMinute, toMinute }) => fromMinute <= minuteOfDay && minuteOfDay < toMinute);
  if (stretch === undefined) throw invalid('TARIFF.GAP', 'The tariff has no band for this minute.', { minuteOfDay });
  return stretch.band;
}
