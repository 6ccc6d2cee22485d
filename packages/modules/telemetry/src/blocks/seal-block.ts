import { decodeBlock, encodeBlock, type BlockPoints } from '@tenon/domain/telemetry';
import { openBytes, sealBytes } from './sealed-bytes.js';

/** Points as they are stored. */
export function sealBlock(points: BlockPoints): Buffer {
  return sealBytes(encodeBlock(points), { isDeflated: true });
}

/**
 * The points that {@link sealBlock} was given.
 * @throws AppError (bug) TELEMETRY.BLOCK_DAMAGED where any bit is another, TELEMETRY.BLOCK_VERSION where a later version wrote it
 */
export function openBlock(bytes: Buffer): BlockPoints {
  return decodeBlock(openBytes(bytes));
}
