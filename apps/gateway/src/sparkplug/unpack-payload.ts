import { gunzipSync, inflateSync } from 'node:zlib';
import { readPayload, type SparkplugPayload } from '@tenon/domain/sparkplug';
import { invalid } from '@tenon/kernel';
import { tooLarge } from '../inbox/inbox.js';

/** By which Eclipse's clients say that a payload's body is another payload, packed. */
const PACKED = 'SPBV1.0_COMPRESSED';

/** How a packed payload is packed, as its one metric says; deflated where it does not. */
function algorithmOf({ metrics }: SparkplugPayload): string {
  const value = metrics.find(({ name }) => name === 'algorithm')?.value;
  return value?.field === 'string' ? value.value.toUpperCase() : 'DEFLATE';
}

/**
 * Reads a payload, packed or not. At once, so that messages stay in their order: what is unpacked is no more than a message may have.
 * @throws AppError (invalid) SPARKPLUG.BAD_PAYLOAD, SPARKPLUG.TOO_MUCH, PAYLOAD.TOO_LARGE, PAYLOAD.BAD_ENCODING, PAYLOAD.UNKNOWN_ENCODING
 */
export function unpackPayload(message: Uint8Array, maxBytes: number): SparkplugPayload {
  const payload = readPayload(message);
  if (payload.uuid !== PACKED || !payload.body) return payload;
  const algorithm = algorithmOf(payload);
  if (algorithm !== 'GZIP' && algorithm !== 'DEFLATE') throw invalid('PAYLOAD.UNKNOWN_ENCODING', 'A payload is packed by GZIP or DEFLATE.', { encoding: algorithm.slice(0, 64) });
  return readPayload(unpacked(algorithm === 'GZIP' ? gunzipSync : inflateSync, payload.body, maxBytes));
}

function unpacked(unpack: typeof gunzipSync, body: Uint8Array, maxBytes: number): Uint8Array {
  try {
    return unpack(body, { maxOutputLength: maxBytes });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(maxBytes + 1, maxBytes);
    throw invalid('PAYLOAD.BAD_ENCODING', 'The payload is not packed as it says.');
  }
}
