import { blockDamaged } from './fault.js';

const CONTINUED = 0x80;

/** Reads what {@link ByteWriter} wrote, and believes none of it: whatever leads past the end is a damaged block. */
export class ByteReader {
  private at = 0;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  byte(): number {
    return this.take(1)[0] as number;
  }

  varint(): number {
    let [value, unit] = [0, 1];
    for (;;) {
      const byte = this.byte();
      value += (byte % CONTINUED) * unit;
      if (!Number.isSafeInteger(value)) throw blockDamaged('a number is too large');
      if (byte < CONTINUED) return value;
      unit *= CONTINUED;
    }
  }

  /** A count of things that each take up at least `leastBytes` of what is left. */
  count(leastBytes: number): number {
    const count = this.varint();
    if (count * leastBytes > this.bytes.length - this.at) throw blockDamaged('it counts more than it holds');
    return count;
  }

  float64(): number {
    const from = this.at;
    this.take(8);
    return this.view.getFloat64(from);
  }

  take(count: number): Uint8Array {
    const from = this.at;
    if (count > this.bytes.length - from) throw blockDamaged('it ends too soon');
    this.at += count;
    return this.bytes.subarray(from, this.at);
  }

  /** @throws AppError (bug) TELEMETRY.BLOCK_DAMAGED unless all was read */
  end(): void {
    if (this.at !== this.bytes.length) throw blockDamaged('more follows its end');
  }
}
