import { invalid } from '@tenon/kernel';
import { PLACE_LIMITS } from './place.js';

/** A place's name, trimmed, its inner spaces one each. @throws AppError (invalid) PLACE.NAME_REQUIRED, PLACE.NAME_TOO_LONG */
export function readPlaceName(text: string): string {
  const name = text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  if (name === '') throw invalid('PLACE.NAME_REQUIRED', 'The place needs a name.');
  if (name.length > PLACE_LIMITS.name) throw invalid('PLACE.NAME_TOO_LONG', `The name is longer than ${PLACE_LIMITS.name} characters.`, { limit: PLACE_LIMITS.name });
  return name;
}
