import type { BlockPoints } from '@tenon/domain/telemetry';

/** Rows of one shape as the database gives them up: columns in PostgreSQL's binary forms, in order of time, each stamp once. */
export interface TakenRows {
  readonly shapeId: number;
  readonly count: number;
  /** `timestamptz` and `bigint`, eight bytes a row. */
  readonly ats: Buffer;
  readonly arrivals: Buffer;
  /** `float8[]`, one after the other. */
  readonly nums: Buffer;
  /** Of each stamp when its first row arrived, and how many rows it had: `bigint` and `integer`. */
  readonly firsts: Buffer;
  readonly times: Buffer;
  /** JSON texts of what is no number, by the row's place from 1 and by the place in its shape from 1. */
  readonly rich: Readonly<Record<string, Readonly<Record<string, string>>>> | null;
}

/** The rows of one shape, by columns. */
export interface ShapeColumns {
  readonly atUs: Float64Array;
  readonly arrivals: Float64Array;
  /** By place in the shape; NaN where there is no number. */
  readonly num: readonly Float64Array[];
  readonly rich: TakenRows['rich'];
}

/** Points of one series, and the order in which they arrived. */
export interface ArrivedPoints extends BlockPoints {
  readonly arrivals: Float64Array;
}

/** PostgreSQL counts microseconds from 2000-01-01; this is that in microseconds since 1970. */
export const PG_EPOCH_US = 946_684_800_000_000;
const TWO_32 = 4_294_967_296;
/** Of an array in binary form: dimensions, whether it has nulls, the type, then the length and lower bound of the one dimension. */
const ARRAY_HEADER = 20;
const NULL_LENGTH = -1;

/** @param width of the shape */
export function shapeColumns({ count, ats, arrivals, nums, rich }: TakenRows, width: number): ShapeColumns {
  const num = Array.from({ length: width }, () => new Float64Array(count).fill(NaN));
  let at = 0;
  for (let row = 0; row < count; row += 1) {
    at += ARRAY_HEADER;
    for (let place = 0; place < width; place += 1) {
      const length = nums.readInt32BE(at);
      at += 4;
      if (length === NULL_LENGTH) continue;
      (num[place] as Float64Array)[row] = nums.readDoubleBE(at);
      at += length;
    }
  }
  return { atUs: int8s(ats, PG_EPOCH_US), arrivals: int8s(arrivals, 0), num, rich };
}

/** What a series has in these rows, without the rows in which it has no value. */
export function columnOf({ atUs, arrivals, num, rich }: ShapeColumns, place: number): ArrivedPoints {
  const numbers = num[place] as Float64Array;
  const texts = Array.from(numbers, (value, row) => (Number.isNaN(value) ? (rich?.[row + 1]?.[place + 1] ?? null) : null));
  const isThere = (_: number, row: number): boolean => !Number.isNaN(numbers[row]) || texts[row] !== null;
  if (!numbers.some(Number.isNaN)) return { atUs, arrivals, num: numbers, rich: null };
  return { atUs: atUs.filter(isThere), arrivals: arrivals.filter(isThere), num: numbers.filter(isThere), rich: texts.filter((_, row) => isThere(0, row)) };
}

/** One series from all shapes that hold it: of one stamp what arrived last. */
export function latestOf(parts: readonly ArrivedPoints[]): BlockPoints {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  const entries = parts.flatMap(({ atUs, arrivals, num, rich }) => Array.from(atUs, (at, row) => ({ at, arrival: arrivals[row] as number, num: num[row] as number, rich: rich?.[row] ?? null })));
  entries.sort((a, b) => a.at - b.at || a.arrival - b.arrival);
  const latest = entries.filter(({ at }, index) => entries[index + 1]?.at !== at);
  return {
    atUs: Float64Array.from(latest, ({ at }) => at),
    num: Float64Array.from(latest, ({ num }) => num),
    rich: latest.some(({ rich }) => rich !== null) ? latest.map(({ rich }) => rich) : null,
  };
}

/** Eight-byte integers in PostgreSQL's binary form, each with something added. */
export function int8s(bytes: Buffer, plus: number): Float64Array {
  return Float64Array.from({ length: bytes.length / 8 }, (_, row) => bytes.readInt32BE(row * 8) * TWO_32 + bytes.readUInt32BE(row * 8 + 4) + plus);
}
