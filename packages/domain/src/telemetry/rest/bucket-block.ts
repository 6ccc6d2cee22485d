import { bug, type AppError } from '@tenon/kernel';
import { ByteReader } from '../block/byte-reader.js';
import { ByteWriter } from '../block/byte-writer.js';
import { blockDamaged } from '../block/fault.js';
import { readIntegers, unzigzag, writeIntegers, zigzag } from '../block/integer-column.js';
import { readNumbers, writeNumbers } from '../block/number-column.js';
import { readSums, writeSums } from '../block/sum-column.js';
import { figureOf, FIGURES, type BucketColumns, type Figure } from '../query/bucket-columns.js';

/** The minutes of a day. */
export const MOST_BLOCK_BUCKETS = 1_440;

const VERSION = 1;
const US_PER_MS = 1_000;
/** Where every bucket has a single point, its number is all five figures, and its stamp both. */
const [ONE_POINT, MORE_POINTS] = [0, 1];

/** A column as it stands in a block: how it is written, and read. Where each bucket has a single point, it is `one`. */
interface Column {
  readonly figure: Figure;
  readonly one: Figure;
  readonly write: (writer: ByteWriter, buckets: BucketColumns) => void;
  /** Into as many places, all of them 0. */
  readonly read: (reader: ByteReader, to: Float64Array, fromMs: Float64Array) => void;
}

const numbers = (figure: Figure): Column => ({ figure, one: 'first', write: (writer, buckets) => writeNumbers(writer, figureOf(buckets, figure)), read: readNumbers });
const instants = (figure: Figure): Column => ({ figure, one: 'firstAtMs', write: (writer, buckets) => writeOffsets(writer, figureOf(buckets, figure), buckets.fromMs), read: readOffsets });
const COLUMNS: readonly Column[] = [
  { figure: 'count', one: 'count', write: (writer, buckets) => writeSteps(writer, figureOf(buckets, 'count')), read: readSteps },
  numbers('first'),
  instants('firstAtMs'),
  numbers('min'),
  numbers('max'),
  { figure: 'sum', one: 'first', write: (writer, buckets) => writeSums(writer, figureOf(buckets, 'sum'), figureOf(buckets, 'first')), read: readSums },
  numbers('last'),
  instants('lastAtMs'),
];

/**
 * Buckets of one series as bytes: the version, how many there are, when they begin, whether each has but one point, and their figures, a column each behind its
 * length, so that whoever wants one of them reads no other.
 * @param buckets with all figures
 * @param widthMs of each, which {@link decodeBuckets} must be told again
 * @throws AppError (bug) TELEMETRY.BLOCK_INPUT unless there are 1 to {@link MOST_BLOCK_BUCKETS} that begin at whole multiples of the width, ascending, each with its
 *   points within
 */
export function encodeBuckets(buckets: BucketColumns, widthMs: number): Uint8Array {
  checkBuckets(buckets, widthMs);
  const writer = new ByteWriter();
  writer.byte(VERSION);
  writer.varint(buckets.fromMs.length);
  writeStarts(writer, buckets.fromMs, widthMs);
  const isOne = hasOnePointEach(buckets);
  writer.byte(isOne ? ONE_POINT : MORE_POINTS);
  const part = new ByteWriter();
  for (const column of COLUMNS) {
    if (isOne && column.one !== column.figure) continue;
    part.clear();
    column.write(part, buckets);
    writer.varint(part.written().length);
    writer.append(part.written());
  }
  return writer.written();
}

/**
 * The buckets that {@link encodeBuckets} was given, bit for bit, with these of their figures.
 * @throws AppError (bug) TELEMETRY.BLOCK_DAMAGED, TELEMETRY.BLOCK_VERSION
 */
export function decodeBuckets(bytes: Uint8Array, widthMs: number, wanted: readonly Figure[]): BucketColumns {
  const reader = new ByteReader(bytes);
  const version = reader.byte();
  if (version !== VERSION) throw bug('TELEMETRY.BLOCK_VERSION', 'A block of aggregates was written by a later version of the platform.', { version });
  const count = reader.varint();
  if (count < 1 || count > MOST_BLOCK_BUCKETS) throw blockDamaged('it holds too few aggregates or too many');
  // One piece of memory for all columns: a short array of its own costs more than what is in it.
  const memory = new Float64Array(count * (1 + wanted.length));
  const columnAt = (place: number): Float64Array => memory.subarray(place * count, (place + 1) * count);
  const fromMs = columnAt(0);
  readStarts(reader, fromMs, widthMs);
  const kind = reader.byte();
  if (kind > MORE_POINTS) throw blockDamaged('its aggregates have a kind that there is not');
  const asOne = COLUMNS.filter(({ figure }) => wanted.includes(figure)).map(({ figure, one }) => [figure, kind === ONE_POINT ? one : figure] as const);
  const needed = new Set(asOne.map(([, stored]) => stored));
  const read = new Map<Figure, Float64Array>();
  for (const column of COLUMNS) {
    if (kind === ONE_POINT && column.one !== column.figure) continue;
    const part = reader.take(reader.varint());
    if (needed.has(column.figure)) read.set(column.figure, readWhole(part, column, columnAt(read.size + 1), fromMs));
  }
  reader.end();
  return { fromMs, figures: Object.fromEntries(asOne.map(([figure, stored]) => [figure, read.get(stored) as Float64Array])) };
}

function readWhole(bytes: Uint8Array, { read }: Column, to: Float64Array, fromMs: Float64Array): Float64Array {
  const reader = new ByteReader(bytes);
  read(reader, to, fromMs);
  reader.end();
  return to;
}

/** The first, in widths, and how many are left out before each other. */
function writeStarts(writer: ByteWriter, fromMs: Float64Array, widthMs: number): void {
  writer.varint((fromMs[0] as number) / widthMs);
  writeIntegers(writer, Float64Array.from(fromMs.subarray(1), (startMs, i) => (startMs - (fromMs[i] as number)) / widthMs - 1));
}

function readStarts(reader: ByteReader, fromMs: Float64Array, widthMs: number): void {
  let startMs = reader.varint() * widthMs;
  readIntegers(reader, fromMs.subarray(1));
  fromMs[0] = startMs;
  for (let i = 1; i < fromMs.length; i += 1) fromMs[i] = startMs += ((fromMs[i] as number) + 1) * widthMs;
  if (!Number.isSafeInteger(startMs)) throw blockDamaged('an aggregate is out of range');
}

/** Whole numbers that are not negative: the first, and how each other differs from the one before. */
function writeSteps(writer: ByteWriter, values: Float64Array): void {
  writer.varint(values[0] as number);
  writeIntegers(writer, Float64Array.from(values.subarray(1), (value, i) => zigzag(value - (values[i] as number))));
}

function readSteps(reader: ByteReader, values: Float64Array): void {
  let value = reader.varint();
  readIntegers(reader, values.subarray(1));
  values[0] = value;
  for (let i = 1; i < values.length; i += 1) values[i] = value += unzigzag(values[i] as number);
}

/** Instants by how many microseconds they lie behind the start of their bucket: a machine that keeps its interval leaves nothing but zeros. */
function writeOffsets(writer: ByteWriter, atMs: Float64Array, fromMs: Float64Array): void {
  writeSteps(writer, atMs.map((at, i) => Math.round((at - (fromMs[i] as number)) * US_PER_MS)));
}

function readOffsets(reader: ByteReader, atMs: Float64Array, fromMs: Float64Array): void {
  readSteps(reader, atMs);
  // As instants are read of rows: microseconds since the epoch, divided once.
  for (let i = 0; i < atMs.length; i += 1) atMs[i] = ((fromMs[i] as number) * US_PER_MS + (atMs[i] as number)) / US_PER_MS;
}

function hasOnePointEach(buckets: BucketColumns): boolean {
  return figureOf(buckets, 'count').every((count) => count === 1) && COLUMNS.every(({ figure, one }) => figureOf(buckets, figure).every((value, i) => Object.is(value, figureOf(buckets, one)[i])));
}

function checkBuckets(buckets: BucketColumns, widthMs: number): void {
  const { length } = buckets.fromMs;
  if (length < 1 || length > MOST_BLOCK_BUCKETS || FIGURES.some((figure) => figureOf(buckets, figure).length !== length)) throw refused('some of them, in columns of one length');
  const [firstAtMs, lastAtMs] = [figureOf(buckets, 'firstAtMs'), figureOf(buckets, 'lastAtMs')];
  let before = -widthMs;
  for (const [i, startMs] of buckets.fromMs.entries()) {
    if (startMs % widthMs !== 0 || startMs <= before) throw refused('whole ones that ascend');
    if (!isWithin(firstAtMs[i] as number, startMs, widthMs) || !isWithin(lastAtMs[i] as number, startMs, widthMs)) throw refused('points within theirs');
    before = startMs;
  }
}

function isWithin(atMs: number, startMs: number, widthMs: number): boolean {
  const us = Math.round((atMs - startMs) * US_PER_MS);
  return us >= 0 && us < widthMs * US_PER_MS;
}

function refused(holds: string): AppError {
  return bug('TELEMETRY.BLOCK_INPUT', `A block of aggregates holds ${holds}.`);
}
