import { bug, type AppError } from '@tenon/kernel';
import type { BlockPoints } from './block-points.js';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { blockDamaged } from './fault.js';
import { readNumbers, writeNumbers } from './number-column.js';
import { readTexts, writeTexts } from './text-column.js';
import { readTimes, writeTimes } from './time-column.js';

/** The most points of one block: a day at one second fits, and reading any of it costs about a millisecond. */
export const MOST_BLOCK_POINTS = 100_000;

const VERSION = 1;
/** Differences of stamps are exact below it. */
const LONGEST_US = 2 ** 51;
const [NUMBERS_ONLY, WITH_TEXTS] = [0, 1];

/**
 * Points of one series as bytes that compress well; whoever keeps them compresses them, and guards them by a checksum. In order:
 * the version, how many points, their stamps, whether there are other values than numbers and which, and the numbers, without
 * places for what is not one.
 * @throws AppError (bug) TELEMETRY.BLOCK_INPUT unless there are 1 to {@link MOST_BLOCK_POINTS} points, stamps ascending
 */
export function encodeBlock(points: BlockPoints): Uint8Array {
  checkPoints(points);
  const writer = new ByteWriter();
  writer.byte(VERSION);
  writer.varint(points.atUs.length);
  writeTimes(writer, points.atUs);
  writer.byte(points.rich ? WITH_TEXTS : NUMBERS_ONLY);
  if (points.rich) writeTexts(writer, points.rich);
  writeNumbers(writer, points.rich ? points.num.filter((value) => !Number.isNaN(value)) : points.num);
  return writer.written();
}

/**
 * The points that {@link encodeBlock} was given, bit for bit.
 * @throws AppError (bug) TELEMETRY.BLOCK_DAMAGED, TELEMETRY.BLOCK_VERSION
 */
export function decodeBlock(bytes: Uint8Array): BlockPoints {
  const reader = new ByteReader(bytes);
  const version = reader.byte();
  if (version !== VERSION) throw bug('TELEMETRY.BLOCK_VERSION', 'A block of points was written by a later version of the platform.', { version });
  const count = reader.varint();
  if (count < 1 || count > MOST_BLOCK_POINTS) throw blockDamaged('it holds too few points or too many');
  const atUs = readTimes(reader, count);
  const kind = reader.byte();
  if (kind > WITH_TEXTS) throw blockDamaged('its values have a kind that there is not');
  const rich = kind === WITH_TEXTS ? readTexts(reader, count) : null;
  const num = rich ? spread(readNumbers(reader, new Float64Array(rich.filter((text) => text === null).length)), rich) : readNumbers(reader, new Float64Array(count));
  reader.end();
  return { atUs, num, rich };
}

/** The numbers put in their places, NaN in those of others. */
function spread(numbers: Float64Array, rich: readonly (string | null)[]): Float64Array {
  let next = 0;
  return Float64Array.from(rich, (text) => (text === null ? (numbers[next++] as number) : NaN));
}

function checkPoints({ atUs, num, rich }: BlockPoints): void {
  checkLengths({ atUs, num, rich });
  let before = -1;
  for (const [i, at] of atUs.entries()) {
    if (!Number.isSafeInteger(at) || at <= before) throw refused('stamps that are whole and ascend');
    if (Number.isNaN(num[i]) === isNumber(rich, i)) throw refused('values that are a number or something else');
    before = at;
  }
  if (before - (atUs[0] as number) > LONGEST_US) throw refused('no more than 71 years');
}

/** Whether no other value stands here. */
function isNumber(rich: BlockPoints['rich'], place: number): boolean {
  return rich === null || rich[place] === null;
}

function checkLengths({ atUs: { length }, num, rich }: BlockPoints): void {
  if (length < 1 || length > MOST_BLOCK_POINTS || num.length !== length || (rich ?? num).length !== length) throw refused('some points, in columns of one length');
}

function refused(holds: string): AppError {
  return bug('TELEMETRY.BLOCK_INPUT', `A block holds ${holds}.`);
}
