import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';

const BYTES = 8;

/**
 * Writes doubles as they are: of each what differs from the one before, bit by bit, in eight planes of bytes. Of what changes slowly
 * the sign, the exponent and the high bits are then all zero.
 */
export function writeBits(writer: ByteWriter, values: Float64Array): void {
  const { length } = values;
  const bytes = bigEndian(values);
  const planes = writer.reserve(length * BYTES);
  for (let plane = 0; plane < BYTES; plane += 1) {
    let before = 0;
    for (let i = 0; i < length; i += 1) {
      const byte = bytes[i * BYTES + plane] as number;
      planes[plane * length + i] = byte ^ before;
      before = byte;
    }
  }
}

/** Reads as many doubles as `values` has places that {@link writeBits} wrote. */
export function readBits(reader: ByteReader, values: Float64Array): Float64Array {
  const count = values.length;
  const planes = reader.take(count * BYTES);
  const bytes = new Uint8Array(values.buffer, values.byteOffset, count * BYTES);
  for (let plane = 0; plane < BYTES; plane += 1) {
    let before = 0;
    for (let i = 0; i < count; i += 1) bytes[i * BYTES + plane] = before ^= planes[plane * count + i] as number;
  }
  // In place: each is read in the order of bytes in which it was written, and put where it was, in the processor's.
  const view = new DataView(values.buffer, values.byteOffset);
  for (let i = 0; i < count; i += 1) values[i] = view.getFloat64(i * BYTES);
  return values;
}

/** In one order of bytes, whatever the processor's own is: blocks outlive the machine that wrote them. */
function bigEndian(values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(values.length * BYTES);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setFloat64(i * BYTES, value));
  return bytes;
}
