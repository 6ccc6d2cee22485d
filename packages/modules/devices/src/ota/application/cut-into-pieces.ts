import { limited } from '@tenon/kernel';

/** Of what is too much: who sends a little more than they said hears why; whoever goes on is cut off. */
const STILL_HEARD_BYTES = 1024 * 1024;

/**
 * Cuts what comes into pieces of one length; the last is what is left over.
 * @param most bytes that may come in all
 * @throws AppError (limited) OTA_PACKAGE.PART_TOO_LONG
 */
export async function* cutIntoPieces(content: AsyncIterable<Uint8Array>, pieceBytes: number, most: number): AsyncGenerator<Buffer> {
  let piece = Buffer.allocUnsafe(pieceBytes);
  let filled = 0;
  let total = 0;
  for await (const chunk of content) {
    total += chunk.length;
    if (total > most + STILL_HEARD_BYTES) break;
    if (total > most) continue;
    for (let at = 0; at < chunk.length; ) {
      const taken = Math.min(pieceBytes - filled, chunk.length - at);
      piece.set(chunk.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled < pieceBytes) continue;
      yield piece;
      // What was handed over is not written over.
      piece = Buffer.allocUnsafe(pieceBytes);
      filled = 0;
    }
  }
  if (total > most) throw limited('OTA_PACKAGE.PART_TOO_LONG', 'More came than this file was said to have, or than a part may have.', { most });
  if (filled > 0) yield piece.subarray(0, filled);
}
