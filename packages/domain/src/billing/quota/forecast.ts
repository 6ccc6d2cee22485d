import { HOUR_MS } from '@tenon/kernel';
import type { TimeRange } from '@tenon/kernel';
import type { DayQuantity, LocalTimeOf } from '../plan/meter.js';
import { hourProfile } from './hour-profile.js';
import type { HourQuantity } from './hour-profile.js';

/** Fewest whole hours from which anything is foretold. */
export const LEAST_FORECAST_HOURS = 24;

/** What a forecast is made of. */
export interface ForecastInput {
  /** What a flow meter read; hours that are missing had nothing. Four weeks of them are as good as all. */
  readonly hours: readonly HourQuantity[];
  /** From which whole hour on they are known, and up to which: the start of the hour that runs now. */
  readonly known: TimeRange;
  /** The period that is foretold, such as the company's month; cut at whole hours. */
  readonly period: TimeRange;
  readonly localTimeOf: LocalTimeOf;
}

/** Each local day of the period: what was read so far and what is expected of the rest. */
export interface Forecast {
  /** Whole units. */
  readonly total: number;
  readonly days: readonly DayQuantity[];
}

/**
 * What a flow meter will have read when a period ends: the hours so far as they were, each hour to come like the mean of its kind.
 * A kind is the hour of the day on working days or at weekends; without one such hour yet, the hour of any day, else any hour. So a
 * plant that rests at night and on Sundays is not taken for one that never rests; public holidays and slow growth are not known.
 * @returns null while fewer than {@link LEAST_FORECAST_HOURS} hours are known
 */
export function forecast({ hours, known, period, localTimeOf }: ForecastInput): Forecast | null {
  if (known.toMs - known.fromMs < LEAST_FORECAST_HOURS * HOUR_MS) return null;
  const read = new Map(hours.map(({ hourMs, quantity }) => [hourMs, quantity]));
  const expected = hourProfile({ read, known, localTimeOf });
  const days = new Map<number, number>();
  for (let hourMs = period.fromMs; hourMs < period.toMs; hourMs += HOUR_MS) {
    const { localDay } = localTimeOf(hourMs);
    const quantity = hourMs < known.toMs ? (read.get(hourMs) ?? 0) : expected(hourMs);
    days.set(localDay, (days.get(localDay) ?? 0) + quantity);
  }
  const total = [...days.values()].reduce((sum, quantity) => sum + quantity, 0);
  return { total: Math.round(total), days: [...days].map(([localDay, quantity]) => ({ localDay, quantity: Math.round(quantity) })) };
}
