import { MODEL_LIMITS } from '../limits.js';
import { MODEL_PARTS, type TypeModel } from '../model.js';
import type { ModelFault } from '../model-fault.js';
import { Fields, noteRepeated } from './fields.js';
import { readAlarm } from './read-alarm.js';
import { readAttribute, readCommand, readEvent, readMetric } from './read-parts.js';

/** A model as it is kept, or all that is wrong with it: the first hundred faults. */
export type ModelReading = { readonly model: TypeModel; readonly faults?: never } | { readonly faults: readonly ModelFault[]; readonly model?: never };

/** The parts of a model out of an object's fields. */
export function readModelFields(fields: Fields): TypeModel {
  const metrics = fields.list('metrics', MODEL_LIMITS.metrics, readMetric);
  const byKey = new Map(metrics.map((metric) => [metric.key, metric]));
  const model: TypeModel = {
    metrics,
    attributes: fields.list('attributes', MODEL_LIMITS.attributes, readAttribute),
    commands: fields.list('commands', MODEL_LIMITS.commands, readCommand),
    events: fields.list('events', MODEL_LIMITS.events, readEvent),
    alarms: fields.list('alarms', MODEL_LIMITS.alarms, readAlarm(byKey)),
  };
  for (const part of MODEL_PARTS) noteRepeated(fields, part, model[part]);
  return model;
}

/**
 * Reads a model from JSON: what is left out gets what is usual, and whatever is wrong is told, with where it stands.
 * @param value as JSON.parse gave it, from anywhere
 */
export function readModel(value: unknown): ModelReading {
  const faults: ModelFault[] = [];
  const model = readModelFields(Fields.of(faults, '', value, MODEL_PARTS));
  return faults.length > 0 ? { faults } : { model };
}
