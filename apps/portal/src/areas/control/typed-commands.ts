import type { TypeCommand, TypeModel, TypeParameter } from '@tenon/domain/device-types';
import type { Machine } from '../machine/use-machine';

/** The commands that the machine's type has in force. */
export function commandsOfType({ type }: Pick<Machine, 'type'>): readonly TypeCommand[] {
  // Checked before it was published, so that it is taken at its word.
  return type?.published ? (type.published.model as TypeModel).commands : [];
}

/** A value that a parameter may have, to be written over. */
function exampleOf({ kind, range, values }: TypeParameter): unknown {
  if (kind === 'boolean') return true;
  if (kind === 'number' || kind === 'integer') return range?.min ?? 0;
  if (kind === 'enumeration') return values[0]?.value ?? '';
  return kind === 'json' ? {} : '';
}

/** A command's parameters as JSON to be written over: those that it must have. */
export function paramsTemplate({ parameters }: Pick<TypeCommand, 'parameters'>): string {
  const required = parameters.filter(({ isRequired }) => isRequired);
  return required.length === 0 ? '' : JSON.stringify(Object.fromEntries(required.map((parameter) => [parameter.key, exampleOf(parameter)])), null, 2);
}
