const START_BYTES = 1_024;
const CONTINUED = 0x80;

/** Bytes that grow as they are written. */
export class ByteWriter {
  private bytes = new Uint8Array(START_BYTES);
  private view = new DataView(this.bytes.buffer);
  private length = 0;

  byte(value: number): void {
    this.reserve(1)[0] = value;
  }

  /** A whole number from 0 to 2^53 − 1, seven bits a byte, the lowest first (LEB128). */
  varint(value: number): void {
    let rest = value;
    for (; rest >= CONTINUED; rest = Math.floor(rest / CONTINUED)) this.byte((rest % CONTINUED) + CONTINUED);
    this.byte(rest);
  }

  float64(value: number): void {
    const at = this.length;
    this.reserve(8);
    this.view.setFloat64(at, value);
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length).set(bytes);
  }

  /** The next so many bytes, all zero, to be filled before anything else is written. */
  reserve(count: number): Uint8Array {
    const from = this.length;
    this.length += count;
    if (this.length > this.bytes.length) {
      const grown = new Uint8Array(Math.max(this.length, this.bytes.length * 2));
      grown.set(this.bytes);
      this.bytes = grown;
      this.view = new DataView(grown.buffer);
    }
    return this.bytes.subarray(from, this.length);
  }

  /** Begins again, in the same memory: what {@link written} gave is no longer what it was. */
  clear(): void {
    this.bytes.fill(0, 0, this.length);
    this.length = 0;
  }

  /** What was written. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}
