import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { invalid } from '@tenon/kernel';

/** Some milliseconds of reading: what else the process has to do comes between. */
const PIECE_BYTES = 64 * 1024;

/** The bytes of a file as they stand in it, or unpacked where it is gzip; counted as they are read. */
export class FileBytes {
  private raw: ReadStream | undefined;

  constructor(
    private readonly path: string,
    private readonly size: number,
    private readonly maxUnpackedBytes: number,
  ) {}

  /** How much of the file was read, from 0 to 1. */
  get share(): number {
    return this.size === 0 ? 1 : Math.min(1, (this.raw?.bytesRead ?? 0) / this.size);
  }

  /** @throws AppError (invalid) TABLE.TOO_LARGE once more came out than may be; zlib's errors for gzip that breaks off */
  async *pieces(): AsyncGenerator<Uint8Array> {
    const isPacked = await isGzip(this.path);
    const raw = createReadStream(this.path, { highWaterMark: PIECE_BYTES });
    this.raw = raw;
    const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
    const source = isPacked ? raw.on('error', (error) => gunzip.destroy(error)).pipe(gunzip) : raw;
    let unpacked = 0;
    try {
      for await (const piece of source as AsyncIterable<Uint8Array>) {
        unpacked += piece.length;
        if (unpacked > this.maxUnpackedBytes) throw invalid('TABLE.TOO_LARGE', `Unpacked, the file has more than ${this.maxUnpackedBytes} bytes.`, { maxBytes: this.maxUnpackedBytes });
        yield piece;
      }
    } finally {
      raw.destroy();
      gunzip.destroy();
    }
  }
}

async function isGzip(path: string): Promise<boolean> {
  const [first, second] = await firstBytes(path, 2);
  return first === 0x1f && second === 0x8b;
}

/** The first bytes of a file, or as many as it has. */
export async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
