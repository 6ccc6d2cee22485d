import type { ModelPart, TypeAlarm, TypeAttribute, TypeCommand, TypeEvent, TypeMetric, TypeModel, ValueKind, ValueType, Words } from '@tenon/domain/device-types';

/** One thing of a model, by its part. */
export interface Items {
  readonly metrics: TypeMetric;
  readonly attributes: TypeAttribute;
  readonly commands: TypeCommand;
  readonly events: TypeEvent;
  readonly alarms: TypeAlarm;
}
export type Item = Items[ModelPart];

/** What the fields of a form are given. */
export interface FieldsProps<Of> {
  readonly item: Of;
  change(part: Partial<Of>): void;
  /** What is wrong with a field, in plain words. */
  errorOf(field: string): string | undefined;
}

const NAMELESS: Words = { zh: '', en: '' };
export const PLAIN_TYPE: ValueType = { kind: 'number', unit: null, range: null, values: [] };

/** What a new thing begins as. */
export const BLANK: Items = {
  metrics: { key: '', name: NAMELESS, ...PLAIN_TYPE, quantity: 'gauge', intervalMs: null },
  attributes: { key: '', name: NAMELESS, ...PLAIN_TYPE, kind: 'text', setBy: 'machine' },
  commands: { key: '', name: NAMELESS, parameters: [], isAnswered: true, timeoutMs: 10_000 },
  events: { key: '', name: NAMELESS, level: 'info', parameters: [] },
  alarms: { key: '', name: NAMELESS, metric: '', condition: { operator: 'above', value: 0 }, forMs: 60_000, severity: 'minor' },
};

const isNumeric = (kind: ValueKind): boolean => kind === 'number' || kind === 'integer';
const hasValues = (kind: ValueKind): boolean => kind === 'enumeration' || kind === 'boolean';

/** A value's type with another kind, without what does not belong to that. */
export function ofKind<Of extends ValueType>(item: Of, kind: ValueKind): Of {
  const isKept = hasValues(kind) && item.kind === kind;
  return { ...item, kind, unit: isNumeric(kind) ? item.unit : null, range: isNumeric(kind) ? item.range : null, values: isKept ? item.values : [] };
}

/** A metric with another kind: what is no number is a state, and a number that was one a reading. */
export function metricOfKind(metric: TypeMetric, kind: ValueKind): TypeMetric {
  const quantity = isNumeric(kind) ? (isNumeric(metric.kind) ? metric.quantity : 'gauge') : 'state';
  return { ...ofKind(metric, kind), quantity };
}

/** A model with one thing put in the place of another, or at the end. Alarms follow a metric whose key is another. */
export function withItem(model: TypeModel, part: ModelPart, formerKey: string | null, item: Item): TypeModel {
  const list: readonly Item[] = model[part];
  const after = formerKey === null ? [...list, item] : list.map((one) => (one.key === formerKey ? item : one));
  const changed = { ...model, [part]: after } as TypeModel;
  if (part !== 'metrics' || formerKey === null) return changed;
  return { ...changed, alarms: changed.alarms.map((alarm) => (alarm.metric === formerKey ? { ...alarm, metric: item.key } : alarm)) };
}
