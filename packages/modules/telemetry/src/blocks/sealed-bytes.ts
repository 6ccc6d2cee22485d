import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { blockDamaged } from '@tenon/domain/telemetry';
import { bug } from '@tenon/kernel';

/** How the bytes are compressed; another way would take another number. */
const [DEFLATED, PLAIN] = [1, 2];
const HEADER_BYTES = 5;
/** Well above what the largest block of numbers takes up before it is compressed; texts may be longer than that. */
const MOST_BYTES = 1 << 28;
/** Measured on differences such as plants give: the next level takes twice as long, the highest seventeen times, for a hundredth or two of the bytes. */
const LEVEL = 5;

/** Bytes as they are stored: how they are compressed, the CRC-32 of what follows, and they, deflated unless they are soon written anew. */
export function sealBytes(bytes: Uint8Array, { isDeflated }: { readonly isDeflated: boolean }): Buffer {
  const body = isDeflated ? deflateRawSync(bytes, { level: LEVEL }) : bytes;
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(isDeflated ? DEFLATED : PLAIN, 0);
  header.writeUInt32BE(crc32(body), 1);
  return Buffer.concat([header, body]);
}

/**
 * The bytes that {@link sealBytes} was given.
 * @throws AppError (bug) TELEMETRY.BLOCK_DAMAGED where any bit is another, TELEMETRY.BLOCK_VERSION where a later version wrote it
 */
export function openBytes(sealed: Buffer): Buffer {
  if (sealed.length < HEADER_BYTES) throw blockDamaged('it has no header');
  const [form] = sealed;
  if (form !== DEFLATED && form !== PLAIN) throw bug('TELEMETRY.BLOCK_VERSION', 'A block is compressed in a way that this version does not know.', { form: form ?? 0 });
  const body = sealed.subarray(HEADER_BYTES);
  if (crc32(body) !== sealed.readUInt32BE(1)) throw blockDamaged('its checksum does not agree');
  return form === DEFLATED ? inflated(body) : body;
}

function inflated(body: Buffer): Buffer {
  try {
    return inflateRawSync(body, { maxOutputLength: MOST_BYTES });
  } catch {
    throw blockDamaged('it cannot be inflated');
  }
}
