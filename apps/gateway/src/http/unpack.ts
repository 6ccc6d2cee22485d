import { promisify } from 'node:util';
import { createBrotliDecompress, createGunzip, createInflate, brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Transform } from 'node:stream';
import { invalid, type AppError } from '@tenon/kernel';
import { tooLarge } from '../inbox/inbox.js';

/** Ways of packing that are read, by the word for them in `content-encoding`. @see RFC 9110, section 8.4.1 */
const WAYS = {
  gzip: { whole: promisify(gunzip), stream: createGunzip },
  deflate: { whole: promisify(inflate), stream: createInflate },
  br: { whole: promisify(brotliDecompress), stream: createBrotliDecompress },
} as const;

function wayOf(encoding: string): (typeof WAYS)[keyof typeof WAYS] {
  const name = encoding.trim().toLowerCase().replace(/^x-/, '');
  if (Object.hasOwn(WAYS, name)) return WAYS[name as keyof typeof WAYS];
  throw invalid('PAYLOAD.UNKNOWN_ENCODING', 'The payload is packed in a way that is not read here; gzip, deflate and br are.', { encoding: encoding.slice(0, 32) });
}

/** The refusal of a payload that is not packed as it says. */
export function badPacking(): AppError {
  return invalid('PAYLOAD.BAD_ENCODING', 'The payload cannot be unpacked; it ends too soon, or is not packed as it says.');
}

/**
 * Unpacks a whole payload; what would grow beyond the limit is given up before it does.
 * @throws AppError (invalid) PAYLOAD.UNKNOWN_ENCODING, PAYLOAD.BAD_ENCODING, PAYLOAD.TOO_LARGE
 */
export async function unpacked(bytes: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const { whole } = wayOf(encoding);
  try {
    return await whole(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes + 1, maxBytes);
    throw badPacking();
  }
}

/** Unpacks a stream as it comes. @throws AppError (invalid) PAYLOAD.UNKNOWN_ENCODING */
export function unpacking(encoding: string): Transform {
  return wayOf(encoding).stream();
}
