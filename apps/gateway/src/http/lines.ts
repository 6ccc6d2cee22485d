import type { Readable } from 'node:stream';
import { tooLarge } from '../inbox/inbox.js';

const NEW_LINE = 0x0a;

/** A line of a stream, and which it is, from 1. */
export interface Line {
  readonly number: number;
  readonly bytes: Buffer;
}

/**
 * The lines of a stream that are not blank, as they come; no more is kept of it than one line.
 * @throws AppError (invalid) PAYLOAD.TOO_LARGE for a line beyond the limit
 */
export async function* linesOf(stream: Readable, maxBytes: number): AsyncGenerator<Line, void, void> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 1;
  const take = (part: Buffer): void => {
    length += part.length;
    if (length > maxBytes) throw tooLarge(length, maxBytes);
    parts.push(part);
  };
  const line = (): Line => {
    const bytes = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    [parts, length] = [[], 0];
    return { number: number++, bytes };
  };
  // A stream that is read no further is left as it is: to destroy it would cut off the answer.
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(NEW_LINE, start); end !== -1; end = chunk.indexOf(NEW_LINE, start)) {
      take(chunk.subarray(start, end));
      const whole = line();
      if (!isBlank(whole.bytes)) yield whole;
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  const last = line();
  if (!isBlank(last.bytes)) yield last;
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
