import { invalid } from '@tenon/kernel';

/** Of which the pieces are that a file is kept in; the last is shorter. */
export const PIECE_BYTES = 256 * 1024;
/** The largest chunk that is sent in one message: what a machine's connection may leave unread is twice as much. */
export const MOST_CHUNK_BYTES = 128 * 1024;

/** Bytes of a file, from the first to before the last. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

const NUMBER = /^\d{1,9}$/;

/**
 * Reads how long a chunk is to be; an empty text asks for the whole file.
 * @throws AppError (invalid) OTA.BAD_CHUNK
 */
export function readChunkSize(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '0') return null;
  if (!NUMBER.test(trimmed)) throw invalid('OTA.BAD_CHUNK', 'The size of a chunk is a number of bytes.', { asked: trimmed.slice(0, 32) });
  return Number(trimmed);
}

/**
 * Where the chunk of this number lies, counted from 0. Behind the end of the file it is empty, as ThingsBoard has it: a machine that counts on finds it so.
 * @param chunkBytes null for the whole file, which is chunk 0 of one
 */
export function sliceOf(sizeBytes: number, chunkBytes: number | null, chunk: number): Slice {
  const bytes = chunkBytes ?? sizeBytes;
  const from = Math.min(sizeBytes, bytes * chunk);
  return { from, to: Math.min(sizeBytes, from + bytes) };
}

/** Which pieces hold a slice, each with what of it is meant. */
export function piecesOf({ from, to }: Slice): (Slice & { readonly pieceNo: number })[] {
  const pieces: (Slice & { pieceNo: number })[] = [];
  for (let at = from; at < to; ) {
    const pieceNo = Math.floor(at / PIECE_BYTES);
    const start = pieceNo * PIECE_BYTES;
    const end = Math.min(to, start + PIECE_BYTES);
    pieces.push({ pieceNo, from: at - start, to: end - start });
    at = end;
  }
  return pieces;
}
