// @ts-check
import { StringDecoder } from 'node:string_decoder';

/** A line longer than this is handed on in pieces, so that a child that never ends its line cannot fill our memory. */
const LONGEST_LINE = 64 * 1024;

/**
 * Cuts a byte stream into lines.
 * @param {import('node:stream').Readable | null | undefined} stream
 * @param {(line: string) => void} onLine
 */
export function eachLine(stream, onLine) {
  if (!stream) return;
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (/** @type {string} */ text) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
    if (rest.length > LONGEST_LINE) {
      onLine(rest);
      rest = '';
    }
  };
  stream.on('data', (/** @type {Buffer} */ chunk) => take(decoder.write(chunk)));
  stream.on('end', () => {
    if (rest !== '') onLine(rest);
    rest = '';
  });
  stream.on('error', () => undefined);
}
