import { badPayload } from './fault.js';

/** How a field is written. @see https://protobuf.dev/programming-guides/encoding/ */
export const WIRE = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

const TWO_32 = 4_294_967_296;
/** Up to here a text is read character by character, which is quicker than asking for a decoder. */
const SHORT_TEXT = 48;
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Reads the wire format of Protocol Buffers, and believes none of it: whatever leads past the end of what it was given is a refused payload.
 * It makes nothing larger than the bytes it reads, and calls itself never; how deep and how many is for its callers to bound.
 */
export class WireReader {
  private readonly view: DataView;

  constructor(
    private readonly bytes: Uint8Array,
    private at = 0,
    private readonly end = bytes.length,
    view?: DataView,
  ) {
    this.view = view ?? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  /** The next field's number and how it is written, as `number * 8 + wire`. */
  tag(): number {
    const tag = this.uint32();
    if (tag < 8) throw this.fault('a field has the number 0');
    return tag;
  }

  /** The low 32 bits of a number; a negative one that was written in ten bytes keeps its two's complement. */
  uint32(): number {
    let value = this.byte();
    if (value < 0x80) return value;
    value &= 0x7f;
    for (let shift = 7; shift < 70; shift += 7) {
      const byte = this.byte();
      if (shift < 32) value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw this.fault('a number has more than ten bytes');
  }

  /** A number of 64 bits, unsigned; a bigint only where a double would not be exact. */
  uint64(): number | bigint {
    let [low, high] = [0, 0];
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = this.byte();
      const bits = byte & 0x7f;
      if (shift < 28) low |= bits << shift;
      else if (shift === 28) [low, high] = [low | (bits << 28), bits >>> 4];
      else if (shift < 63) high |= bits << (shift - 32);
      else high |= (bits & 1) << 31;
      if (byte < 0x80) return joined(low >>> 0, high >>> 0);
    }
    throw this.fault('a number has more than ten bytes');
  }

  bool(): boolean {
    return this.uint64() !== 0;
  }

  float(): number {
    return this.view.getFloat32(this.skipped(4), true);
  }

  double(): number {
    return this.view.getFloat64(this.skipped(8), true);
  }

  /** What lies inside a field, to be read by itself. */
  inner(): WireReader {
    const length = this.uint32();
    const start = this.skipped(length);
    return new WireReader(this.bytes, start, start + length, this.view);
  }

  /** A view of the bytes of a field, not a copy. */
  raw(): Uint8Array {
    const length = this.uint32();
    const start = this.skipped(length);
    return this.bytes.subarray(start, start + length);
  }

  /** What is no UTF-8 in it is shown as �. */
  text(): string {
    const length = this.uint32();
    const start = this.skipped(length);
    if (length > SHORT_TEXT) return DECODER.decode(this.bytes.subarray(start, start + length));
    let text = '';
    for (let i = start; i < start + length; i += 1) {
      const byte = this.bytes[i] as number;
      if (byte >= 0x80) return DECODER.decode(this.bytes.subarray(start, start + length));
      text += String.fromCharCode(byte);
    }
    return text;
  }

  /** Passes over a field that means nothing here. */
  skip(tag: number): void {
    const wire = tag & 7;
    if (wire === WIRE.varint) this.uint32();
    else if (wire === WIRE.bytes) this.skipped(this.uint32());
    else if (wire === WIRE.fixed64) this.skipped(8);
    else if (wire === WIRE.fixed32) this.skipped(4);
    else throw this.fault(`a field is written in a way that is none, ${wire},`);
  }

  fault(fault: string): Error {
    return badPayload(fault, this.at);
  }

  private byte(): number {
    return this.bytes[this.skipped(1)] as number;
  }

  /** @returns where what was passed over begins */
  private skipped(count: number): number {
    const from = this.at;
    if (count > this.end - from) throw this.fault('it ends too soon');
    this.at = from + count;
    return from;
  }
}

function joined(low: number, high: number): number | bigint {
  return high < 0x20_0000 ? high * TWO_32 + low : (BigInt(high) << 32n) | BigInt(low);
}
