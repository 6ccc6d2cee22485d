import type { TypeAlarm, TypeAttribute, TypeCommand, TypeEvent, TypeMetric, TypeParameter, ValueType } from './model.js';

/** What of one thing is another: the field, its former and its present content as JSON, and whether that breaks what was built on it. */
export interface Difference {
  readonly what: 'name' | 'kind' | 'unit' | 'range' | 'values' | 'quantity' | 'interval' | 'set-by' | 'parameters' | 'answer' | 'level' | 'condition' | 'severity';
  readonly before: unknown;
  readonly after: unknown;
  readonly isBreaking: boolean;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function differ(what: Difference['what'], before: unknown, after: unknown, isBreaking: boolean): Difference[] {
  return isSame(before, after) ? [] : [{ what, before, after, isBreaking }];
}

/** A whole number is a number: whoever reads numbers reads on. */
function isRetyped(before: ValueType, after: ValueType): boolean {
  return before.kind !== after.kind && !(before.kind === 'integer' && after.kind === 'number');
}

function losesValue(before: ValueType, after: ValueType): boolean {
  return after.kind === 'enumeration' && before.values.some(({ value }) => !after.values.some((kept) => kept.value === value));
}

function compareTypes(before: ValueType, after: ValueType): Difference[] {
  return [
    ...differ('kind', before.kind, after.kind, isRetyped(before, after)),
    ...differ('unit', before.unit, after.unit, true),
    ...differ('range', before.range, after.range, false),
    ...differ('values', before.values, after.values, losesValue(before, after)),
  ];
}

/** Whether a caller who gives the former parameters is refused, or misunderstood. */
function breaksCallers(before: readonly TypeParameter[], after: readonly TypeParameter[]): boolean {
  const isLost = before.some((old) => {
    const now = after.find(({ key }) => key === old.key);
    return !now || (now.isRequired && !old.isRequired) || compareTypes(old, now).some(({ isBreaking }) => isBreaking);
  });
  return isLost || after.some(({ key, isRequired }) => isRequired && !before.some((old) => old.key === key));
}

/** Whether a reader of what the event told misses something. */
function breaksReaders(before: readonly TypeParameter[], after: readonly TypeParameter[]): boolean {
  return before.some((old) => {
    const now = after.find(({ key }) => key === old.key);
    return !now || compareTypes(old, now).some(({ isBreaking }) => isBreaking);
  });
}

export function compareMetrics(before: TypeMetric, after: TypeMetric): Difference[] {
  return [
    ...differ('name', before.name, after.name, false),
    ...compareTypes(before, after),
    ...differ('quantity', before.quantity, after.quantity, true),
    ...differ('interval', before.intervalMs, after.intervalMs, false),
  ];
}

export function compareAttributes(before: TypeAttribute, after: TypeAttribute): Difference[] {
  return [...differ('name', before.name, after.name, false), ...compareTypes(before, after), ...differ('set-by', before.setBy, after.setBy, true)];
}

export function compareCommands(before: TypeCommand, after: TypeCommand): Difference[] {
  const answer = ({ isAnswered, timeoutMs }: TypeCommand): object => ({ isAnswered, timeoutMs });
  return [
    ...differ('name', before.name, after.name, false),
    ...differ('parameters', before.parameters, after.parameters, breaksCallers(before.parameters, after.parameters)),
    ...differ('answer', answer(before), answer(after), before.isAnswered && !after.isAnswered),
  ];
}

export function compareEvents(before: TypeEvent, after: TypeEvent): Difference[] {
  return [
    ...differ('name', before.name, after.name, false),
    ...differ('level', before.level, after.level, false),
    ...differ('parameters', before.parameters, after.parameters, breaksReaders(before.parameters, after.parameters)),
  ];
}

/** An alarm is a suggestion: none breaks anything. */
export function compareAlarms(before: TypeAlarm, after: TypeAlarm): Difference[] {
  const when = ({ metric, condition, forMs }: TypeAlarm): object => ({ metric, condition, forMs });
  return [
    ...differ('name', before.name, after.name, false),
    ...differ('condition', when(before), when(after), false),
    ...differ('severity', before.severity, after.severity, false),
  ];
}
