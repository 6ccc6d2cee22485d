import { bug, MINUTE_MS, type AppError } from '@tenon/kernel';
import { ByteReader } from '../block/byte-reader.js';
import { ByteWriter } from '../block/byte-writer.js';
import { blockDamaged } from '../block/fault.js';
import { readIntegers, unzigzag, writeIntegers, zigzag } from '../block/integer-column.js';
import { readNumbers, writeNumbers } from '../block/number-column.js';
import { readSums, writeSums } from '../block/sum-column.js';
import { figureOf, FIGURES, type BucketColumns, type Figure } from '../query/bucket-columns.js';

/** Of a day. */
export const MOST_BLOCK_MINUTES = 1_440;

const VERSION = 1;
const US_PER_MS = 1_000;
const MINUTE_US = MINUTE_MS * US_PER_MS;
/** Where every minute has a single point, its number is all five figures, and its stamp both. */
const [ONE_POINT, MORE_POINTS] = [0, 1];

/** A column as it stands in a block: how it is written, and read. Where `one` is named, it is that one where each minute has a single point. */
interface Column {
  readonly figure: Figure;
  readonly one: Figure;
  readonly write: (writer: ByteWriter, minutes: BucketColumns) => void;
  /** Into as many places, all of them 0. */
  readonly read: (reader: ByteReader, to: Float64Array, fromMs: Float64Array) => void;
}

const numbers = (figure: Figure): Column => ({ figure, one: 'first', write: (writer, minutes) => writeNumbers(writer, figureOf(minutes, figure)), read: readNumbers });
const instants = (figure: Figure): Column => ({ figure, one: 'firstAtMs', write: (writer, minutes) => writeOffsets(writer, figureOf(minutes, figure), minutes.fromMs), read: readOffsets });
const COLUMNS: readonly Column[] = [
  { figure: 'count', one: 'count', write: (writer, minutes) => writeSteps(writer, figureOf(minutes, 'count')), read: readSteps },
  numbers('first'),
  instants('firstAtMs'),
  numbers('min'),
  numbers('max'),
  { figure: 'sum', one: 'first', write: (writer, minutes) => writeSums(writer, figureOf(minutes, 'sum'), figureOf(minutes, 'first')), read: readSums },
  numbers('last'),
  instants('lastAtMs'),
];

/**
 * Minutes of one series as bytes: the version, how many there are, when they begin, whether each has but one point, and their figures, a column each behind its
 * length, so that whoever wants one of them reads no other.
 * @param minutes with all figures
 * @throws AppError (bug) TELEMETRY.BLOCK_INPUT unless there are 1 to {@link MOST_BLOCK_MINUTES} whole minutes, ascending, each with its points within
 */
export function encodeMinutes(minutes: BucketColumns): Uint8Array {
  checkMinutes(minutes);
  const writer = new ByteWriter();
  writer.byte(VERSION);
  writer.varint(minutes.fromMs.length);
  writeStarts(writer, minutes.fromMs);
  const isOne = hasOnePointEach(minutes);
  writer.byte(isOne ? ONE_POINT : MORE_POINTS);
  const part = new ByteWriter();
  for (const column of COLUMNS) {
    if (isOne && column.one !== column.figure) continue;
    part.clear();
    column.write(part, minutes);
    writer.varint(part.written().length);
    writer.append(part.written());
  }
  return writer.written();
}

/**
 * The minutes that {@link encodeMinutes} was given, bit for bit, with these of their figures.
 * @throws AppError (bug) TELEMETRY.BLOCK_DAMAGED, TELEMETRY.BLOCK_VERSION
 */
export function decodeMinutes(bytes: Uint8Array, wanted: readonly Figure[]): BucketColumns {
  const reader = new ByteReader(bytes);
  const version = reader.byte();
  if (version !== VERSION) throw bug('TELEMETRY.BLOCK_VERSION', 'A block of minutes was written by a later version of the platform.', { version });
  const count = reader.varint();
  if (count < 1 || count > MOST_BLOCK_MINUTES) throw blockDamaged('it holds too few minutes or too many');
  // One piece of memory for all columns: a short array of its own costs more than what is in it.
  const memory = new Float64Array(count * (1 + wanted.length));
  const columnAt = (place: number): Float64Array => memory.subarray(place * count, (place + 1) * count);
  const fromMs = columnAt(0);
  readStarts(reader, fromMs);
  const kind = reader.byte();
  if (kind > MORE_POINTS) throw blockDamaged('its minutes have a kind that there is not');
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

/** Whole minutes: the first, and how many are left out before each other. */
function writeStarts(writer: ByteWriter, fromMs: Float64Array): void {
  writer.varint((fromMs[0] as number) / MINUTE_MS);
  writeIntegers(writer, Float64Array.from(fromMs.subarray(1), (startMs, i) => (startMs - (fromMs[i] as number)) / MINUTE_MS - 1));
}

function readStarts(reader: ByteReader, fromMs: Float64Array): void {
  let startMs = reader.varint() * MINUTE_MS;
  readIntegers(reader, fromMs.subarray(1));
  fromMs[0] = startMs;
  for (let i = 1; i < fromMs.length; i += 1) fromMs[i] = startMs += ((fromMs[i] as number) + 1) * MINUTE_MS;
  if (!Number.isSafeInteger(startMs)) throw blockDamaged('a minute is out of range');
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

/** Instants by how many microseconds they lie behind the start of their minute: a machine that keeps its interval leaves nothing but zeros. */
function writeOffsets(writer: ByteWriter, atMs: Float64Array, fromMs: Float64Array): void {
  writeSteps(writer, atMs.map((at, i) => Math.round((at - (fromMs[i] as number)) * US_PER_MS)));
}

function readOffsets(reader: ByteReader, atMs: Float64Array, fromMs: Float64Array): void {
  readSteps(reader, atMs);
  // As instants are read of rows: microseconds since the epoch, divided once.
  for (let i = 0; i < atMs.length; i += 1) atMs[i] = ((fromMs[i] as number) * US_PER_MS + (atMs[i] as number)) / US_PER_MS;
}

function hasOnePointEach(minutes: BucketColumns): boolean {
  return figureOf(minutes, 'count').every((count) => count === 1) && COLUMNS.every(({ figure, one }) => figureOf(minutes, figure).every((value, i) => Object.is(value, figureOf(minutes, one)[i])));
}

function checkMinutes(minutes: BucketColumns): void {
  const { length } = minutes.fromMs;
  if (length < 1 || length > MOST_BLOCK_MINUTES || FIGURES.some((figure) => figureOf(minutes, figure).length !== length)) throw refused('some minutes, in columns of one length');
  const [firstAtMs, lastAtMs] = [figureOf(minutes, 'firstAtMs'), figureOf(minutes, 'lastAtMs')];
  let before = -MINUTE_MS;
  for (const [i, startMs] of minutes.fromMs.entries()) {
    if (startMs % MINUTE_MS !== 0 || startMs <= before) throw refused('whole minutes that ascend');
    if (!isWithin(firstAtMs[i] as number, startMs) || !isWithin(lastAtMs[i] as number, startMs)) throw refused('points within their minutes');
    before = startMs;
  }
}

function isWithin(atMs: number, startMs: number): boolean {
  const us = Math.round((atMs - startMs) * US_PER_MS);
  return us >= 0 && us < MINUTE_US;
}

function refused(holds: string): AppError {
  return bug('TELEMETRY.BLOCK_INPUT', `A block of minutes holds ${holds}.`);
}
