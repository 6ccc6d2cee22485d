import type { ErrorDetails } from '@tenon/kernel';

const SHOWN_LENGTH = 256;
// A UTF-8 character is at most four bytes.
const READ_BYTES = SHOWN_LENGTH * 4;

/** Text that can be stored and shown: 256 characters, a dot for each that has no shape. */
function printable(text: string): string {
  return text.slice(0, SHOWN_LENGTH).replace(/\s/gu, ' ').replace(/\p{C}/gu, '·');
}

/** The start of a refused message. */
export function sampleOf(message: Buffer | string): string {
  return printable(typeof message === 'string' ? message : message.toString('utf8', 0, READ_BYTES));
}

/** What is told of a refusal, of which some is the machine's own text. */
export function printableDetails(details: ErrorDetails): ErrorDetails {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === 'string' ? printable(value) : value]));
}
