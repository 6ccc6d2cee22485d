import { WIRE } from './wire-reader.js';

const ENCODER = new TextEncoder();

/** Writes the wire format of Protocol Buffers, for the small messages that go to edge nodes. */
export class WireWriter {
  private readonly bytes: number[] = [];

  uint(field: number, value: number | bigint): void {
    this.tag(field, WIRE.varint);
    this.varint(BigInt.asUintN(64, BigInt(value)));
  }

  bool(field: number, value: boolean): void {
    this.uint(field, value ? 1 : 0);
  }

  float(field: number, value: number): void {
    this.tag(field, WIRE.fixed32);
    const view = new DataView(new ArrayBuffer(4));
    view.setFloat32(0, value, true);
    this.bytes.push(...new Uint8Array(view.buffer));
  }

  double(field: number, value: number): void {
    this.tag(field, WIRE.fixed64);
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value, true);
    this.bytes.push(...new Uint8Array(view.buffer));
  }

  text(field: number, value: string): void {
    this.raw(field, ENCODER.encode(value));
  }

  raw(field: number, value: Uint8Array): void {
    this.tag(field, WIRE.bytes);
    this.varint(BigInt(value.length));
    for (const byte of value) this.bytes.push(byte);
  }

  message(field: number, write: (inner: WireWriter) => void): void {
    const inner = new WireWriter();
    write(inner);
    this.raw(field, inner.finish());
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }

  private tag(field: number, wire: number): void {
    this.varint(BigInt(field * 8 + wire));
  }

  private varint(value: bigint): void {
    let left = value;
    while (left > 0x7fn) {
      this.bytes.push(Number(left & 0x7fn) | 0x80);
      left >>= 7n;
    }
    this.bytes.push(Number(left));
  }
}
