/** Where packets go as they are cut out of the byte stream. */
export interface FrameSink {
  /** A whole packet: `bytes[start]` is its first byte, its variable header begins at `bodyStart`. The bytes are valid during the call. */
  onFrame(bytes: Buffer, start: number, bodyStart: number, end: number): void;
  /** A packet above the limit, by its first bytes; the rest of it is passed over. */
  onTooLarge(head: Buffer, bodyStart: number, size: number): void;
  /** Bytes that are no MQTT. Nothing more is read. */
  onMalformed(message: string): void;
}

// Enough of an oversized packet to find its topic and packet id.
const HEAD_BYTES = 1_024;
const MAX_HEADER_BYTES = 5;
const NONE: Buffer = Buffer.alloc(0);
const LEAST_ROOM_BYTES = 512;

/** The length in the fixed header that begins at `start`: `null` while its bytes are not all there, `undefined` when they are malformed. @see MQTT 3.1.1, section 2.2.3 */
function readLength(bytes: Buffer, start: number): { bodyStart: number; remaining: number } | null | undefined {
  let remaining = 0;
  for (let i = 1; i < MAX_HEADER_BYTES; i += 1) {
    const byte = bytes[start + i];
    if (byte === undefined) return null;
    remaining += (byte & 0x7f) * 2 ** (7 * (i - 1));
    if (byte < 0x80) return { bodyStart: start + i + 1, remaining };
  }
  return undefined;
}

/**
 * Cuts a byte stream into MQTT packets. Bytes are copied only where a packet spans chunks, and never more than one packet of the allowed size is kept.
 * While it is held nothing is handed over; what is there already waits.
 */
export class FrameReader {
  /** What is not read yet: one chunk as it came, or the start of a packet that spans chunks, in a buffer that may be larger. */
  private kept: Buffer = NONE;
  private keptLength = 0;
  /** How many bytes must be there before it is worth looking again. */
  private needed = 0;
  private toSkip = 0;
  private isHeld = false;
  private isStopped = false;

  constructor(
    private maxBytes: number,
    private readonly sink: FrameSink,
  ) {}

  push(chunk: Buffer): void {
    if (this.isStopped) return;
    if (this.isHeld || this.keptLength > 0) this.keep(chunk);
    else this.read(chunk);
    this.readKept();
  }

  /** Packets may be so large from now on. */
  allow(maxBytes: number): void {
    this.maxBytes = maxBytes;
  }

  hold(): void {
    this.isHeld = true;
  }

  release(): void {
    this.isHeld = false;
    this.readKept();
  }

  /** Reads no more, and forgets what it kept. */
  stop(): void {
    this.isStopped = true;
    this.kept = NONE;
    this.keptLength = 0;
  }

  private keep(bytes: Buffer): void {
    if (this.keptLength === 0) {
      this.kept = bytes;
    } else {
      this.makeRoom(this.keptLength + bytes.length);
      bytes.copy(this.kept, this.keptLength);
    }
    this.keptLength += bytes.length;
  }

  /**
   * A chunk that was kept as it came is as long as what is in it, so it is copied here before anything is written. Twice the room at a time, and no more
   * than the packet takes: what a packet only says of its length costs nothing.
   */
  private makeRoom(length: number): void {
    if (length <= this.kept.length) return;
    const room = Buffer.allocUnsafe(Math.max(length, Math.min(this.needed, Math.max(2 * length, LEAST_ROOM_BYTES))));
    this.kept.copy(room, 0, 0, this.keptLength);
    this.kept = room;
  }

  private readKept(): void {
    if (this.isHeld || this.isStopped || this.keptLength === 0 || this.keptLength < this.needed) return;
    const bytes = this.kept.subarray(0, this.keptLength);
    this.kept = NONE;
    this.keptLength = 0;
    this.read(bytes);
  }

  private read(bytes: Buffer): void {
    this.needed = 0;
    let at = this.skip(bytes, 0);
    while (at < bytes.length && !this.isHeld && !this.isStopped) {
      const next = this.readOne(bytes, at);
      if (next === at) break;
      at = this.skip(bytes, next);
    }
    if (at < bytes.length && !this.isStopped) this.keep(bytes.subarray(at));
  }

  /** Hands one packet over. @returns where the next begins; `start` itself when more bytes are needed */
  private readOne(bytes: Buffer, start: number): number {
    const length = readLength(bytes, start);
    if (length === undefined) {
      this.stop();
      this.sink.onMalformed('A packet gives its length in more than four bytes.');
      return start;
    }
    if (length === null) return this.await(start, bytes.length - start + 1);
    const { bodyStart, remaining } = length;
    const end = bodyStart + remaining;
    if (end - start > this.maxBytes) return this.readLarge(bytes, start, bodyStart, end);
    if (end > bytes.length) return this.await(start, end - start);
    this.sink.onFrame(bytes, start, bodyStart, end);
    return end;
  }

  private readLarge(bytes: Buffer, start: number, bodyStart: number, end: number): number {
    const headEnd = Math.min(end, start + HEAD_BYTES);
    if (headEnd > bytes.length) return this.await(start, headEnd - start);
    this.toSkip = end - headEnd;
    this.sink.onTooLarge(bytes.subarray(start, headEnd), bodyStart - start, end - start);
    return headEnd;
  }

  private await(start: number, needed: number): number {
    this.needed = needed;
    return start;
  }

  private skip(bytes: Buffer, at: number): number {
    const skipped = Math.min(this.toSkip, bytes.length - at);
    this.toSkip -= skipped;
    return at + skipped;
  }
}
