import type { HistoryValue } from '@tenon/domain/history';
import { joined, laidOver, MOST_BLOCK_POINTS, NO_POINTS, slicePoints, type BlockPoints } from '@tenon/domain/telemetry';
import { DAY_MS } from '@tenon/kernel';
import { openBlock, sealBlock } from '../../blocks/seal-block.js';
import type { NewPiece } from '../../persistence/history/piece.repository.js';

const DAY_US = DAY_MS * 1_000;

/** Readings of one metric and day in the order in which they were read. */
class DayBuffer {
  readonly atUs: number[] = [];
  readonly values: HistoryValue[] = [];

  constructor(readonly day: number) {}
}

/** A metric's days, the one of the reading before at hand: files mostly go on with it. */
class MetricBuffer {
  readonly days = new Map<number, DayBuffer>();
  private last: DayBuffer | undefined;

  add(atUs: number, value: HistoryValue): void {
    const day = Math.floor(atUs / DAY_US);
    if (this.last?.day !== day) {
      this.last = this.days.get(day) ?? new DayBuffer(day);
      this.days.set(day, this.last);
    }
    this.last.atUs.push(atUs);
    this.last.values.push(value);
  }
}

/** Readings on their way from a file to pieces, some hundred thousand at a time. */
export class GatheredPoints {
  private machines = new Map<string, Map<string, MetricBuffer>>();
  /** How many are held. */
  count = 0;

  add(deviceId: string, key: string, atUs: number, value: HistoryValue): void {
    let metrics = this.machines.get(deviceId);
    if (!metrics) this.machines.set(deviceId, (metrics = new Map()));
    let buffer = metrics.get(key);
    if (!buffer) metrics.set(key, (buffer = new MetricBuffer()));
    buffer.add(atUs, value);
    this.count += 1;
  }

  /** Gives what is held as pieces, each stamp once, and holds nothing any more. */
  take(): NewPiece[] {
    const pieces: NewPiece[] = [];
    for (const [deviceId, metrics] of this.machines) {
      for (const [key, { days }] of metrics) for (const buffer of days.values()) pieces.push({ deviceId, day: buffer.day, key, ...sealedDay(buffer) });
    }
    this.machines = new Map();
    this.count = 0;
    return pieces;
  }
}

/** More points than a block holds are several, one behind the other, each with its length before it. */
function sealedDay(buffer: DayBuffer): { readonly count: number; readonly bytes: Buffer } {
  const points = inOrder(buffer);
  const blocks: Buffer[] = [];
  for (let from = 0; from < points.atUs.length; from += MOST_BLOCK_POINTS) {
    const block = sealBlock(slicePoints(points, from, Math.min(from + MOST_BLOCK_POINTS, points.atUs.length)));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(block.length);
    blocks.push(length, block);
  }
  return { count: points.atUs.length, bytes: Buffer.concat(blocks) };
}

/** The points of pieces of one metric and day; of two with one stamp that of the later piece. */
export function openPieces(pieces: readonly { readonly bytes: Buffer }[]): BlockPoints {
  return pieces.reduce((all, { bytes }) => laidOver(openPiece(bytes), all), NO_POINTS);
}

function openPiece(bytes: Buffer): BlockPoints {
  const blocks: BlockPoints[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    blocks.push(openBlock(bytes.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  return joined(blocks);
}

/** In order of time, of several with one stamp the last that was read. */
function inOrder({ atUs, values }: DayBuffer): BlockPoints {
  const places = placesInOrder(atUs);
  const num = Float64Array.from(places, (place) => (typeof values[place] === 'number' ? (values[place] as number) : NaN));
  const rich = num.some(Number.isNaN) ? places.map((place) => (typeof values[place] === 'number' ? null : JSON.stringify(values[place]))) : null;
  return { atUs: Float64Array.from(places, (place) => atUs[place] as number), num, rich };
}

function placesInOrder(atUs: readonly number[]): number[] {
  const places = Array.from(atUs, (_, place) => place);
  if (atUs.every((at, place) => place === 0 || at > (atUs[place - 1] as number))) return places;
  places.sort((a, b) => (atUs[a] as number) - (atUs[b] as number) || a - b);
  return places.filter((place, index) => atUs[place] !== atUs[places[index + 1] ?? -1]);
}
