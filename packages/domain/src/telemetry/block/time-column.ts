import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';
import { blockDamaged } from './fault.js';
import { readIntegers, unzigzag, writeIntegers, zigzag } from './integer-column.js';

/**
 * Writes stamps in microseconds, strictly ascending: the first, the largest unit that divides all steps, and how much each step
 * differs from the one before it. A machine that keeps its interval leaves nothing but zeros.
 */
export function writeTimes(writer: ByteWriter, atUs: Float64Array): void {
  const first = atUs[0] as number;
  const unit = unitOf(atUs);
  const steps = new Float64Array(atUs.length - 1);
  let step = 0;
  for (let i = 1; i < atUs.length; i += 1) {
    const next = ((atUs[i] as number) - (atUs[i - 1] as number)) / unit;
    steps[i - 1] = zigzag(next - step);
    step = next;
  }
  writer.varint(first);
  writer.varint(unit);
  writeIntegers(writer, steps);
}

/** Reads `count` stamps that {@link writeTimes} wrote. */
export function readTimes(reader: ByteReader, count: number): Float64Array {
  const atUs = new Float64Array(count);
  let at = reader.varint();
  const unit = reader.varint();
  if (unit < 1) throw blockDamaged('its stamps have no unit');
  const steps = readIntegers(reader, new Float64Array(count - 1));
  atUs[0] = at;
  let step = 0;
  for (let i = 1; i < count; i += 1) {
    step += unzigzag(steps[i - 1] as number);
    if (step <= 0) throw blockDamaged('its stamps do not ascend');
    at += step * unit;
    atUs[i] = at;
  }
  if (!Number.isSafeInteger(at)) throw blockDamaged('a stamp is out of range');
  return atUs;
}

/** The largest number of microseconds of which every step is a multiple; at least 1. */
function unitOf(atUs: Float64Array): number {
  let unit = 0;
  for (let i = 1; i < atUs.length && unit !== 1; i += 1) unit = greatestCommonDivisor((atUs[i] as number) - (atUs[i - 1] as number), unit);
  return unit || 1;
}

function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
