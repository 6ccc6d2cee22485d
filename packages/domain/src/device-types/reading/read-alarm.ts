import { MODEL_LIMITS } from '../limits.js';
import { ALARM_OPERATORS, ALARM_SEVERITIES, type AlarmCondition, type TypeAlarm, type TypeMetric } from '../model.js';
import type { ModelFault } from '../model-fault.js';
import { Fields } from './fields.js';
import { isNumeric } from './read-value-type.js';

const WEEK_MS = 604_800_000;

function readCondition(fields: Fields): AlarmCondition {
  const inner = Fields.of(fields.faults, fields.pathOf('condition'), fields.raw('condition'), ['operator', 'value']);
  const operator = inner.choice('operator', ALARM_OPERATORS);
  const value = inner.raw('value');
  if (typeof value === 'boolean') return { operator, value };
  if (typeof value === 'number') return { operator, value: inner.number('value') ?? 0 };
  return { operator, value: inner.text('value', MODEL_LIMITS.value) };
}

function isOrder({ operator }: AlarmCondition): boolean {
  return operator === 'above' || operator === 'below';
}

/** Whether a metric can have such a value at all, and be compared in this way. */
function isOfKind({ kind }: TypeMetric, condition: AlarmCondition): boolean {
  if (isOrder(condition)) return isNumeric(kind) && typeof condition.value === 'number';
  // Two readings are hardly ever equal to the last decimal: an alarm on it would be one that never comes.
  if (kind === 'number' || kind === 'json') return false;
  if (kind === 'integer') return Number.isSafeInteger(condition.value);
  if (kind === 'enumeration') return typeof condition.value !== 'boolean';
  return typeof condition.value === (kind === 'text' ? 'string' : 'boolean');
}

/** Notes what is wrong between an alarm and the metric that it watches. */
export function checkAlarm(fields: Fields, { metric: key, condition }: TypeAlarm, metrics: ReadonlyMap<string, TypeMetric>): void {
  const metric = metrics.get(key);
  if (!metric) return fields.note('unknown-metric', 'metric');
  if (!isOfKind(metric, condition)) return fields.note('condition-not-of-kind', 'condition');
  const isListed = metric.kind !== 'enumeration' || metric.values.some(({ value }) => value === condition.value);
  if (!isListed) fields.note('value-not-listed', 'condition');
}

/** An alarm of a model, whose metric is looked for among those of the model. */
export function readAlarm(metrics: ReadonlyMap<string, TypeMetric>): (faults: ModelFault[], path: string, value: unknown) => TypeAlarm {
  return (faults, path, value) => {
    const fields = Fields.of(faults, path, value, ['key', 'name', 'metric', 'condition', 'forMs', 'severity']);
    const alarm: TypeAlarm = {
      key: fields.text('key', MODEL_LIMITS.key),
      name: fields.words('name'),
      metric: fields.text('metric', MODEL_LIMITS.key),
      condition: readCondition(fields),
      forMs: fields.whole('forMs', [0, WEEK_MS]) ?? 0,
      severity: fields.choice('severity', ALARM_SEVERITIES, 'warning'),
    };
    checkAlarm(fields, alarm, metrics);
    return alarm;
  };
}
