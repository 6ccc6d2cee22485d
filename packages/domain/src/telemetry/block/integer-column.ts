import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';
import { blockDamaged } from './fault.js';

/** Of 2^53, the most that is exact. */
const MOST_BYTES = 7;
const BYTE = 256;
const LOW_BITS = 2 ** 32;

/**
 * Writes whole numbers from 0 to 2^53 − 1 as planes: the lowest byte of each, then the next byte of each, as far as the largest
 * reaches. A plane is compressed far better than its numbers one after the other: the high ones of small differences are all
 * zero, whatever a single one that is large may add, and the lowest has few values that are frequent.
 */
export function writeIntegers(writer: ByteWriter, values: Float64Array): void {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  let planes = 0;
  while (BYTE ** planes <= most) planes += 1;
  writer.byte(planes);
  for (let plane = 0; plane < planes; plane += 1) writePlane(writer.reserve(values.length), values, { plane, isSmall: most < LOW_BITS });
}

function writePlane(to: Uint8Array, values: Float64Array, { plane, isSmall }: { plane: number; isSmall: boolean }): void {
  const unit = BYTE ** plane;
  // A byte array takes what it is given modulo 256; what is below 2^32 can be shifted, which is quicker than dividing.
  if (isSmall) for (let i = 0; i < values.length; i += 1) to[i] = (values[i] as number) >>> (plane * 8);
  else for (let i = 0; i < values.length; i += 1) to[i] = Math.floor((values[i] as number) / unit) % BYTE;
}

/** Reads as many numbers as `values` has places, all of them 0, that {@link writeIntegers} wrote. */
export function readIntegers(reader: ByteReader, values: Float64Array): Float64Array {
  const count = values.length;
  const planes = reader.byte();
  if (planes > MOST_BYTES) throw blockDamaged('a column has too many planes');
  for (let plane = 0; plane < planes; plane += 1) {
    const [from, unit] = [reader.take(count), BYTE ** plane];
    for (let i = 0; i < count; i += 1) values[i] = (values[i] as number) + (from[i] as number) * unit;
  }
  return values;
}

/** A whole number of either sign as one that is not negative, small where it was near zero. Of −2^52 to 2^52. */
export function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

/** The inverse of {@link zigzag}. */
export function unzigzag(value: number): number {
  // By the bit below 2^32 where that is all: the remainder of a double is slow, and nearly all are small.
  const isOdd = value < LOW_BITS ? (value & 1) === 1 : value % 2 === 1;
  return isOdd ? -(value + 1) / 2 : value / 2;
}
