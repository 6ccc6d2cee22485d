import type { TypeMetric, Words } from './model.js';

/** How a value stands to what its type says: as it should be, beyond a bound, none of those listed, of another kind. */
export type Verdict = 'fits' | 'above' | 'below' | 'not-listed' | 'other-kind';

function isOfKind({ kind }: Pick<TypeMetric, 'kind'>, value: unknown): boolean {
  if (kind === 'number') return typeof value === 'number';
  if (kind === 'integer') return Number.isInteger(value);
  if (kind === 'boolean') return typeof value === 'boolean';
  if (kind === 'text') return typeof value === 'string';
  return kind === 'enumeration' || (typeof value === 'object' && value !== null);
}

/** The name of a value that has one. */
export function labelOf({ values }: Pick<TypeMetric, 'values'>, value: unknown): Words | null {
  const label = values.find((named) => named.value === value)?.label;
  return label && (label.zh || label.en) ? label : null;
}

/** Holds a value against its type. A bound itself is allowed. */
export function judgeValue(metric: Pick<TypeMetric, 'kind' | 'range' | 'values'>, value: unknown): Verdict {
  if (!isOfKind(metric, value)) return 'other-kind';
  if (metric.kind === 'enumeration') return metric.values.some((named) => named.value === value) ? 'fits' : 'not-listed';
  if (typeof value !== 'number' || !metric.range) return 'fits';
  const { min, max } = metric.range;
  if (min !== null && value < min) return 'below';
  return max !== null && value > max ? 'above' : 'fits';
}
