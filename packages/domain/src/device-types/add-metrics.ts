import type { TypeMetric, TypeModel } from './model.js';

/** A model with more metrics at its end; those whose key it has already are left as they are. */
export function addMetrics(model: TypeModel, metrics: readonly TypeMetric[]): TypeModel {
  const known = new Set(model.metrics.map(({ key }) => key));
  return { ...model, metrics: [...model.metrics, ...metrics.filter(({ key }) => !known.has(key))] };
}
