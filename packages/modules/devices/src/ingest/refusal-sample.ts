const SHOWN_LENGTH = 256;
// A UTF-8 character is at most four bytes.
const READ_BYTES = SHOWN_LENGTH * 4;

/** The start of a refused message as text that can be stored and shown: 256 characters, a dot for each that has no shape. */
export function sampleOf(message: Buffer | string): string {
  const text = typeof message === 'string' ? message : message.toString('utf8', 0, READ_BYTES);
  return text.slice(0, SHOWN_LENGTH).replace(/\s/gu, ' ').replace(/[\p{C}]/gu, '·');
}
