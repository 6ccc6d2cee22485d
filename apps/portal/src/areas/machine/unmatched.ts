import type { TypeMetric } from '@tenon/domain/device-types';
import type { Machine } from './use-machine';

/** What the type expects and never came, and what came and the type does not know. */
export function unmatched(machine: Pick<Machine, 'series'>, metrics: ReadonlyMap<string, TypeMetric> | null): { expected: TypeMetric[]; unknown: string[] } {
  if (!metrics) return { expected: [], unknown: [] };
  const seen = new Set(machine.series.map(({ key }) => key));
  return { expected: [...metrics.values()].filter(({ key }) => !seen.has(key)), unknown: machine.series.map(({ key }) => key).filter((key) => !metrics.has(key)) };
}
