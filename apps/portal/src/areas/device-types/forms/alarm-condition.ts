import type { AlarmCondition, TypeMetric } from '@tenon/domain/device-types';

type Operator = AlarmCondition['operator'];

/** The conditions that a metric's values can be held against. */
export function operatorsOf(metric: Pick<TypeMetric, 'kind'> | undefined): readonly Operator[] {
  if (metric?.kind === 'number') return ['above', 'below'];
  if (metric?.kind === 'integer') return ['above', 'below', 'is', 'is-not'];
  return ['is', 'is-not'];
}

type Watched = Pick<TypeMetric, 'kind' | 'values' | 'range'>;
type Value = AlarmCondition['value'];

/** The value to begin with: the former where the metric can have it. */
const VALUE_FOR: Readonly<Record<TypeMetric['kind'], (metric: Watched, former: Value) => Value>> = {
  number: ({ range }, former) => (typeof former === 'number' ? former : (range?.max ?? 0)),
  integer: ({ range }, former) => (Number.isSafeInteger(former) ? former : Math.trunc(range?.max ?? 0)),
  enumeration: ({ values }, former) => (values.find(({ value }) => value === former) ?? values[0])?.value ?? '',
  boolean: (_metric, former) => (typeof former === 'boolean' ? former : true),
  text: (_metric, former) => (typeof former === 'string' ? former : ''),
  json: () => '',
};

/** The condition that an alarm on another metric begins with: the same, where it fits that. */
export function conditionFor(metric: Watched, former: AlarmCondition): AlarmCondition {
  const operators = operatorsOf(metric);
  const operator = operators.find((known) => known === former.operator) ?? operators[0] ?? 'is';
  return { operator, value: VALUE_FOR[metric.kind](metric, former.value) };
}
