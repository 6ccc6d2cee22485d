import { invalid } from '@tenon/kernel';

/** How many tags there may be, and how long one may be. */
export const TAG_LIMITS = { ofMachine: 20, ofCompany: 500, name: 40 } as const;

/**
 * A tag as it is kept: Unicode NFC, trimmed, inner spaces one each, without the `#` that some write before it.
 * @throws AppError (invalid) TAG.NAME_REQUIRED, TAG.NAME_TOO_LONG
 */
export function readTagName(text: string): string {
  const name = text.normalize('NFC').replaceAll(/[\p{Cc}\s]+/gu, ' ').trim().replace(/^[#＃]\s*/u, '');
  if (name === '') throw invalid('TAG.NAME_REQUIRED', 'The tag is empty.');
  if (name.length > TAG_LIMITS.name) throw invalid('TAG.NAME_TOO_LONG', `The tag is longer than ${TAG_LIMITS.name} characters.`, { limit: TAG_LIMITS.name });
  return name;
}

/** By which tags are one and the same: `Pump` and `pump` are. */
export const tagKey = (name: string): string => name.toLowerCase();

/**
 * Tags as they are kept, each once, in the order they were given.
 * @throws AppError as {@link readTagName}; (invalid) TAG.TOO_MANY_ON_MACHINE above 20
 */
export function readTagNames(texts: readonly string[]): string[] {
  const names = new Map(texts.map(readTagName).map((name) => [tagKey(name), name]));
  if (names.size > TAG_LIMITS.ofMachine) throw invalid('TAG.TOO_MANY_ON_MACHINE', `A machine has at most ${TAG_LIMITS.ofMachine} tags.`, { limit: TAG_LIMITS.ofMachine });
  return [...names.values()];
}
