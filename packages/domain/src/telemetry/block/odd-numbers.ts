import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';
import { blockDamaged } from './fault.js';

/** The least that one of them takes up: its distance and its eight bytes. */
const LEAST_BYTES = 9;

/** Writes the numbers at these places, which ascend, as they are: how many lie between each and the one before, and its bits. */
export function writeOdd(writer: ByteWriter, values: Float64Array, places: readonly number[]): void {
  writer.varint(places.length);
  places.forEach((place, i) => {
    writer.varint(place - (i > 0 ? (places[i - 1] as number) + 1 : 0));
    writer.float64(values[place] as number);
  });
}

/** Puts what {@link writeOdd} wrote into its places. */
export function readOdd(reader: ByteReader, values: Float64Array): void {
  let place = -1;
  for (let odd = reader.count(LEAST_BYTES); odd > 0; odd -= 1) {
    place += 1 + reader.varint();
    if (place >= values.length) throw blockDamaged('a number stands behind the last');
    values[place] = reader.float64();
  }
}
