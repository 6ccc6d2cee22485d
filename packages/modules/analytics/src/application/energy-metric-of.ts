import type { EnergyMetric } from '@tenon/domain/energy';
import { conflict } from '@tenon/kernel';

/** What is known of a metric's meaning. */
export interface DescribedSeries {
  readonly id: number;
  readonly key: string;
  readonly quantity: string;
  readonly intervalMs: number | null;
  readonly intervalStamp: string | null;
}

/**
 * How to read a metric as energy.
 * @throws AppError (conflict) ENERGY.QUANTITY_UNSUITABLE when it is neither an interval's energy, a running counter nor a power
 */
export function energyMetricOf(series: DescribedSeries): EnergyMetric {
  const { quantity, intervalMs, intervalStamp } = series;
  if (quantity === 'counter') return { quantity };
  if (quantity === 'power') return { quantity };
  if (quantity === 'interval' && intervalMs && (intervalStamp === 'start' || intervalStamp === 'end')) return { quantity, intervalMs, stampMarks: intervalStamp };
  throw conflict('ENERGY.QUANTITY_UNSUITABLE', 'Say first what this metric is: the energy of an interval, a running counter, or a power.', { key: series.key, quantity });
}
