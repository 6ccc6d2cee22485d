/**
 * What a metric's numbers mean over time, which decides how they may be added up:
 * - `gauge`: a level at an instant (temperature, pressure): mean, minimum, maximum; never a sum.
 * - `interval`: an amount since the reading before (energy of the last quarter hour, parts of this cycle): the sum.
 * - `counter`: an amount since ever (meter register, shot counter): the last less the first.
 * - `power`: a rate (kW): the integral over time is an amount.
 * - `state`: one of a set (running, idle; a switch): durations.
 */
export const METRIC_QUANTITIES = ['gauge', 'interval', 'counter', 'power', 'state'] as const;

/** One of {@link METRIC_QUANTITIES}. */
export type MetricQuantity = (typeof METRIC_QUANTITIES)[number];

/** What sort of values a metric has carried. */
export type ValueKind = 'number' | 'text' | 'boolean' | 'json';

/** A metric's quantity and the unit of its numbers, `null` where it has none or it is not known. */
export interface MetricMeaning {
  readonly quantity: MetricQuantity;
  readonly unit: string | null;
}

/** Whether a text names a {@link MetricQuantity}. */
export function isMetricQuantity(text: string): text is MetricQuantity {
  return (METRIC_QUANTITIES as readonly string[]).includes(text);
}
