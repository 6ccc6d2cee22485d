import { MODEL_LIMITS, readModel, type ModelFault, type TypeModel } from '@tenon/domain/device-types';
import { invalid } from '@tenon/kernel';

/** A type's name, trimmed. @throws AppError (invalid) DEVICE_TYPE.NAME_REQUIRED, DEVICE_TYPE.NAME_TOO_LONG */
export function readTypeName(text: string): string {
  const name = text.trim();
  if (name === '') throw invalid('DEVICE_TYPE.NAME_REQUIRED', 'The device type needs a name.');
  if (name.length > MODEL_LIMITS.name) throw invalid('DEVICE_TYPE.NAME_TOO_LONG', `The name is longer than ${MODEL_LIMITS.name} characters.`, { limit: MODEL_LIMITS.name });
  return name;
}

/** What is said of a type or a version, trimmed. @throws AppError (invalid) DEVICE_TYPE.TEXT_TOO_LONG */
export function readTypeText(text: string | null | undefined): string {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > MODEL_LIMITS.description) throw invalid('DEVICE_TYPE.TEXT_TOO_LONG', `The text is longer than ${MODEL_LIMITS.description} characters.`, { limit: MODEL_LIMITS.description });
  return trimmed;
}

/** Faults as an error carries them: `code path`, the first hundred. */
export function faulty(faults: readonly ModelFault[]): Error {
  return invalid('DEVICE_TYPE.FAULTY', 'The model has faults.', { faults: faults.map(({ code, path }) => `${code} ${path}`) });
}

/** A model from outside. @throws AppError (invalid) DEVICE_TYPE.FAULTY, with every fault in its details */
export function demandModel(value: unknown): TypeModel {
  const { model, faults } = readModel(value);
  if (faults) throw faulty(faults);
  return model;
}
