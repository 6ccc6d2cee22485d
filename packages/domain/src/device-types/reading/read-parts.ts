import { MODEL_LIMITS } from '../limits.js';
import { ATTRIBUTE_SETTERS, EVENT_LEVELS, QUANTITIES, type TypeAttribute, type TypeCommand, type TypeEvent, type TypeMetric, type TypeParameter } from '../model.js';
import type { ModelFault } from '../model-fault.js';
import { Fields, noteRepeated } from './fields.js';
import { isNumeric, readValueType, VALUE_FIELDS } from './read-value-type.js';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** Until an answer is given up, unless the type says. */
const USUAL_TIMEOUT_MS = 10_000;

/** A metric of a model. */
export function readMetric(faults: ModelFault[], path: string, value: unknown): TypeMetric {
  const fields = Fields.of(faults, path, value, ['key', 'name', 'quantity', 'intervalMs', ...VALUE_FIELDS]);
  const type = readValueType(fields);
  const quantity = fields.choice('quantity', QUANTITIES, isNumeric(type.kind) ? 'gauge' : 'state');
  if (!isNumeric(type.kind) && quantity !== 'state') fields.note('quantity-not-of-kind', 'quantity');
  return { key: fields.text('key', MODEL_LIMITS.key), name: fields.words('name'), ...type, quantity, intervalMs: fields.whole('intervalMs', [1, WEEK_MS]) };
}

/** An attribute of a model. */
export function readAttribute(faults: ModelFault[], path: string, value: unknown): TypeAttribute {
  const fields = Fields.of(faults, path, value, ['key', 'name', 'setBy', ...VALUE_FIELDS]);
  return { key: fields.text('key', MODEL_LIMITS.key), name: fields.words('name'), ...readValueType(fields), setBy: fields.choice('setBy', ATTRIBUTE_SETTERS, 'machine') };
}

function readParameter(faults: ModelFault[], path: string, value: unknown): TypeParameter {
  const fields = Fields.of(faults, path, value, ['key', 'name', 'isRequired', ...VALUE_FIELDS]);
  return { key: fields.text('key', MODEL_LIMITS.key), name: fields.words('name'), ...readValueType(fields), isRequired: fields.boolean('isRequired', true) };
}

function readParameters(fields: Fields): TypeParameter[] {
  const parameters = fields.list('parameters', MODEL_LIMITS.parameters, readParameter);
  noteRepeated(fields, 'parameters', parameters);
  return parameters;
}

/** A command of a model. */
export function readCommand(faults: ModelFault[], path: string, value: unknown): TypeCommand {
  const fields = Fields.of(faults, path, value, ['key', 'name', 'parameters', 'isAnswered', 'timeoutMs']);
  return {
    key: fields.text('key', MODEL_LIMITS.key),
    name: fields.words('name'),
    parameters: readParameters(fields),
    isAnswered: fields.boolean('isAnswered', true),
    timeoutMs: fields.whole('timeoutMs', [100, DAY_MS]) ?? USUAL_TIMEOUT_MS,
  };
}

/** An event of a model. */
export function readEvent(faults: ModelFault[], path: string, value: unknown): TypeEvent {
  const fields = Fields.of(faults, path, value, ['key', 'name', 'level', 'parameters']);
  return { key: fields.text('key', MODEL_LIMITS.key), name: fields.words('name'), level: fields.choice('level', EVENT_LEVELS, 'info'), parameters: readParameters(fields) };
}
