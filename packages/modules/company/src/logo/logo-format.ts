/** The formats in which a logo is taken. */
export type LogoFormat = 'png' | 'jpeg' | 'webp';

const at = (bytes: Uint8Array, from: number, text: string): boolean => Buffer.from(bytes.subarray(from, from + text.length)).toString('latin1') === text;

/**
 * The format by how a file begins, whatever it is called. SVG is none: it is a program, which a browser would run.
 * @see PNG, 3rd edition, 5.2; ITU-T T.81 B.1.1.3; RFC 9649 2.4
 */
export function logoFormat(bytes: Uint8Array): LogoFormat | null {
  if (at(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (at(bytes, 0, '\xff\xd8\xff')) return 'jpeg';
  return at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP') ? 'webp' : null;
}
