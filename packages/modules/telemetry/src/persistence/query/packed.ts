import { int8s, PG_EPOCH_US } from '../../blocks/taken-rows.js';

const US_PER_MS = 1_000;

/**
 * SQL of a column as one value: eight bytes a row, in the order of the rows. A query of many buckets spends most of its time on telling rows apart; told as a few
 * long values, it is several times as quick on both ends.
 */
export const packed = {
  number: (sql: string): string => `string_agg(float8send(${sql}), ''::bytea)`,
  /** Of whole numbers of four bytes. */
  id: (sql: string): string => `string_agg(int4send(${sql}), ''::bytea)`,
  instant: (sql: string): string => `string_agg(timestamptz_send(${sql}), ''::bytea)`,
} as const;

/** What {@link packed}.number gave. */
export function unpackedNumbers(bytes: Buffer): Float64Array {
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  Buffer.from(copy.buffer).swap64();
  return new Float64Array(copy.buffer);
}

/** What {@link packed}.id gave. */
export function unpackedIds(bytes: Buffer): Int32Array {
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  Buffer.from(copy.buffer).swap32();
  return new Int32Array(copy.buffer);
}

/** What {@link packed}.instant gave, in microseconds since the epoch. */
export function unpackedUs(bytes: Buffer): Float64Array {
  return int8s(bytes, PG_EPOCH_US);
}

/** The same in milliseconds, a fraction for microseconds. */
export function unpackedMs(bytes: Buffer): Float64Array {
  return unpackedUs(bytes).map((us) => us / US_PER_MS);
}
