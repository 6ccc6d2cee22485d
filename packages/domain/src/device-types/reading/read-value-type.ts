import { MODEL_LIMITS } from '../limits.js';
import { VALUE_KINDS, type NamedValue, type ValueKind, type ValueRange, type ValueType } from '../model.js';
import type { ModelFault } from '../model-fault.js';
import { Fields } from './fields.js';

/** The fields by which a value is typed. */
export const VALUE_FIELDS = ['kind', 'unit', 'range', 'values'] as const;

/** Whether values of a kind are numbers. */
export function isNumeric(kind: ValueKind): boolean {
  return kind === 'number' || kind === 'integer';
}

function readNamedValue(faults: ModelFault[], path: string, value: unknown): NamedValue {
  const fields = Fields.of(faults, path, value, ['value', 'label']);
  const raw = fields.raw('value');
  const label = fields.words('label');
  if (typeof raw === 'boolean') return { value: raw, label };
  if (typeof raw === 'number') return { value: fields.whole('value', [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]) ?? 0, label };
  return { value: fields.text('value', MODEL_LIMITS.value), label };
}

function checkValues(fields: Fields, kind: ValueKind, values: readonly NamedValue[]): void {
  if (kind === 'enumeration' && values.length === 0) return fields.note('values-missing', 'values');
  if (values.length > 0 && kind !== 'enumeration' && kind !== 'boolean') return fields.note('values-not-of-kind', 'values');
  const isWrong = ({ value }: NamedValue): boolean => (typeof value === 'boolean') !== (kind === 'boolean');
  const seen = new Set<unknown>();
  for (const [index, named] of values.entries()) {
    const path = `${fields.pathOf('values')}/${index}/value`;
    if (isWrong(named)) fields.noteAt('bad-value', path);
    if (seen.has(named.value)) fields.noteAt('repeated-value', path);
    seen.add(named.value);
  }
}

function readRange(fields: Fields, kind: ValueKind): ValueRange | null {
  if (!fields.has('range')) return null;
  const bounds = Fields.of(fields.faults, fields.pathOf('range'), fields.raw('range'), ['min', 'max']);
  const range = { min: bounds.number('min'), max: bounds.number('max') };
  if (!isNumeric(kind)) fields.note('range-not-of-kind', 'range');
  if (range.min !== null && range.max !== null && range.min >= range.max) fields.note('range-empty', 'range');
  return range.min === null && range.max === null ? null : range;
}

/** What values may be; faults where unit, range and values do not belong to the kind. */
export function readValueType(fields: Fields): ValueType {
  const kind = fields.choice('kind', VALUE_KINDS);
  const unit = fields.text('unit', MODEL_LIMITS.unit, '') || null;
  if (unit !== null && !isNumeric(kind)) fields.note('unit-not-of-kind', 'unit');
  const values = fields.list('values', MODEL_LIMITS.values, readNamedValue);
  checkValues(fields, kind, values);
  return { kind, unit, range: readRange(fields, kind), values };
}
