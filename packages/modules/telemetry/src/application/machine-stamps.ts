import { type ArrivedStamps, type Readings, readingsOf } from '@tenon/domain/ledger';
import type { TimeRange } from '@tenon/kernel';
import { openBlock } from '../blocks/seal-block.js';
import { int8s, PG_EPOCH_US } from '../blocks/taken-rows.js';
import { grouped } from '../grouped.js';
import type { StampRow } from '../persistence/ledger-stamp.repository.js';

const US_PER_MS = 1_000;

/** What a machine told within a stretch, and the readings beside it that its blocks hold. */
export interface StretchReadings extends Readings {
  readonly beforeMs: number | null;
  readonly behindMs: number | null;
}

/** Puts together rows and blocks of a stretch. */
export function readingsWithin(rows: readonly StampRow[], { fromMs, toMs }: TimeRange): StretchReadings {
  const [fromUs, toUs] = [Math.round(fromMs * US_PER_MS), Math.round(toMs * US_PER_MS)];
  const whole = stampsOfBlocks(rows);
  const within = new Map([...whole].map(([seriesId, stamps]) => [seriesId, stamps.filter((at) => at >= fromUs && at < toUs)]));
  const all = [...whole.values()];
  return {
    ...readingsOf(rows.flatMap((row) => shapeStamps(row, within)), [...within.values()]),
    beforeMs: best(all.map((stamps) => stamps.findLast((at) => at < fromUs)), Math.max),
    behindMs: best(all.map((stamps) => stamps.find((at) => at >= toUs)), Math.min),
  };
}

/** Stamps that each of these metrics has: a row of all of them is there already. */
export function stampsOfAll(seriesIds: readonly number[], stampsOf: ReadonlyMap<number, Float64Array>): Float64Array {
  const [first, ...others] = seriesIds.map((id) => stampsOf.get(id) ?? new Float64Array());
  const sets = others.map((stamps) => new Set(stamps));
  return (first ?? new Float64Array()).filter((at) => sets.every((set) => set.has(at)));
}

function stampsOfBlocks(rows: readonly StampRow[]): Map<number, Float64Array> {
  const blocks = rows.flatMap(({ seriesId, bytes }) => (seriesId !== null && bytes ? [{ seriesId, stamps: openBlock(bytes).atUs }] : []));
  return new Map([...grouped(blocks, ({ seriesId }) => seriesId)].map(([seriesId, parts]) => [seriesId, Float64Array.from(parts.flatMap(({ stamps }) => [...stamps])).sort()]));
}

function shapeStamps({ seriesIds, ats, arrivals }: StampRow, resting: ReadonlyMap<number, Float64Array>): ArrivedStamps[] {
  if (!seriesIds || !ats || !arrivals) return [];
  return [{ atUs: int8s(ats, PG_EPOCH_US), arrivalUs: int8s(arrivals, 0), restingUs: stampsOfAll(seriesIds, resting) }];
}

function best(stamps: readonly (number | undefined)[], of: (...values: number[]) => number): number | null {
  const known = stamps.filter((at) => at !== undefined);
  return known.length > 0 ? of(...known) / US_PER_MS : null;
}
