import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { blockDamaged, decodeBlock, encodeBlock, type BlockPoints } from '@tenon/domain/telemetry';
import { bug } from '@tenon/kernel';

/** The first byte of what is stored; another way of compressing would take another number. */
const DEFLATED = 1;
const HEADER_BYTES = 5;
/** Well above what the largest block of numbers takes up before it is compressed; texts may be longer than that. */
const MOST_BYTES = 1 << 28;
/** Measured on differences such as plants give: the next level takes twice as long, the highest seventeen times, for a hundredth or two of the bytes. */
const LEVEL = 5;

/** Points as they are stored: how they are compressed, the CRC-32 of what follows, and the block, deflated. */
export function sealBlock(points: BlockPoints): Buffer {
  const body = deflateRawSync(encodeBlock(points), { level: LEVEL });
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(DEFLATED, 0);
  header.writeUInt32BE(crc32(body), 1);
  return Buffer.concat([header, body]);
}

/**
 * The points that {@link sealBlock} was given.
 * @throws AppError (bug) TELEMETRY.BLOCK_DAMAGED where any bit is another, TELEMETRY.BLOCK_VERSION where a later version wrote it
 */
export function openBlock(bytes: Buffer): BlockPoints {
  if (bytes.length < HEADER_BYTES) throw blockDamaged('it has no header');
  if (bytes[0] !== DEFLATED) throw bug('TELEMETRY.BLOCK_VERSION', 'A block of points is compressed in a way that this version does not know.', { form: bytes[0] ?? 0 });
  const body = bytes.subarray(HEADER_BYTES);
  if (crc32(body) !== bytes.readUInt32BE(1)) throw blockDamaged('its checksum does not agree');
  return decodeBlock(inflated(body));
}

function inflated(body: Buffer): Buffer {
  try {
    return inflateRawSync(body, { maxOutputLength: MOST_BYTES });
  } catch {
    throw blockDamaged('it cannot be inflated');
  }
}
