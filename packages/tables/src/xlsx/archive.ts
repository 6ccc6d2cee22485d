import { invalid } from '@tenon/kernel';
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';

/** A packed file, of which parts are unpacked as they are read. */
export class Archive {
  private unpackedBytes = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private maxUnpackedBytes: number,
  ) {}

  /** Reads its directory. @throws yauzl's errors for what is no archive */
  static async open(file: Uint8Array, maxUnpackedBytes: number): Promise<Archive> {
    return Archive.of(await fromBufferPromise(Buffer.from(file.buffer, file.byteOffset, file.byteLength)), maxUnpackedBytes);
  }

  /** The same of a file that is too long to be held; whoever opens it closes it. */
  static async openFile(path: string, maxUnpackedBytes: number): Promise<Archive> {
    return Archive.of(await openPromise(path, { autoClose: false }), maxUnpackedBytes);
  }

  private static async of(zip: ZipFile, maxUnpackedBytes: number): Promise<Archive> {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    return new Archive(zip, entries, maxUnpackedBytes);
  }

  /** Lets so many bytes more be unpacked: what is read as it comes may be longer than what is held. */
  allow(bytes: number): void {
    this.maxUnpackedBytes += bytes;
  }

  close(): void {
    this.zip.close();
  }

  /** What a part unpacks to, as the directory has it: only to say how far one is. */
  sizeOf(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * The bytes of a part, piece by piece; none where there is no such part. What is counted is what came out, whatever the directory says.
   * @throws AppError (invalid) TABLE.TOO_LARGE once all that was unpacked is more than may be
   */
  async *bytesOf(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name);
    if (!entry) return;
    for await (const piece of (await this.zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      this.unpackedBytes += piece.length;
      if (this.unpackedBytes > this.maxUnpackedBytes) throw invalid('TABLE.TOO_LARGE', `Unpacked, the file has more than ${this.maxUnpackedBytes} bytes.`, { maxBytes: this.maxUnpackedBytes });
      yield piece;
    }
  }
}
