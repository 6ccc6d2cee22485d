import { unavailable } from '@tenon/kernel';
import type { IncomingMessage } from 'node:http';

/** An answer's text. @throws AppError (unavailable) OUTGOING.TOO_LARGE as soon as it is longer than `bytes`; the rest is not read */
export async function readWithin(answer: IncomingMessage, bytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    // Leaving the loop ends the connection.
    if (length > bytes) throw unavailable('OUTGOING.TOO_LARGE', 'Its answer is too long.', { limit: bytes });
  }
  return Buffer.concat(chunks).toString('utf8');
}
