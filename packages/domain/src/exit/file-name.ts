const LONGEST = 60;

/**
 * A part of a path from a name that somebody chose: letters, digits and marks of any script stay, all else becomes one hyphen. Two
 * names may give one part, so it is never all of a path.
 */
export function fileName(name: string): string {
  const plain = name.normalize('NFC').replaceAll(/[^\p{L}\p{N}\p{M}._]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, '');
  return [...plain].slice(0, LONGEST).join('') || 'unnamed';
}
