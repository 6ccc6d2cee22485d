import type { TypeMetric, TypeModel } from '@tenon/domain/device-types';
import type { Machine } from './use-machine';

/** The metrics that the machine's type has in force, by key; null where it has none. */
export function metricsOfType({ type }: Pick<Machine, 'type'>): ReadonlyMap<string, TypeMetric> | null {
  if (!type?.published) return null;
  // Checked before it was published, so that it is taken at its word.
  const { metrics } = type.published.model as TypeModel;
  return new Map(metrics.map((metric) => [metric.key, metric]));
}

/** The machine with the units of its type, where this has them. What a metric is computed as stays what it is. */
export function withUnits(machine: Machine, metrics: ReadonlyMap<string, TypeMetric> | null): Machine {
  if (!metrics) return machine;
  return { ...machine, series: machine.series.map((series) => ({ ...series, unit: metrics.get(series.key)?.unit ?? series.unit })) };
}
