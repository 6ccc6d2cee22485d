import { coarserColumns, columnsWithin, decodeBuckets, encodeBuckets, FIGURES, joinedColumns, type BucketColumns, type Figure } from '@tenon/domain/telemetry';
import { DAY_MS, HOUR_MS, MINUTE_MS, type TimeRange } from '@tenon/kernel';
import { binStartMs, type Binning } from '../ranges/binning.js';
import { openBytes, sealBytes } from './sealed-bytes.js';

/** What points are rolled up into. */
export type RollUpUnit = 'minute' | 'hour';
export const WIDTH_MS: Readonly<Record<RollUpUnit, number>> = { minute: MINUTE_MS, hour: HOUR_MS };

/** Aggregates of one series within one hour, or one day, of UTC, to be stored. */
export interface NewRollUpBlock {
  readonly seriesId: number;
  /** Start of that hour, or day. */
  readonly atMs: number;
  /** Start of the last minute. */
  readonly throughMs: number;
  readonly isDay: boolean;
  readonly minutes: Buffer;
  /** Only of a day. */
  readonly hours: Buffer | null;
}

/** A day's minutes and hours of a series in one block, which is small; there must be some minutes. */
export function dayBlock(seriesId: number, { minutes, hours }: { readonly minutes: BucketColumns; readonly hours: BucketColumns }): NewRollUpBlock {
  const sealed = (columns: BucketColumns, unit: RollUpUnit): Buffer => sealBytes(encodeBuckets(columns, WIDTH_MS[unit]), { isDeflated: true });
  return { ...spanOf(minutes, DAY_MS), seriesId, isDay: true, minutes: sealed(minutes, 'minute'), hours: hours.fromMs.length > 0 ? sealed(hours, 'hour') : null };
}

/** Minutes of a series in a block an hour, which are quick to read, and become a day's before long. */
export function hourBlocks(seriesId: number, minutes: BucketColumns): NewRollUpBlock[] {
  const hours = [...new Set(minutes.fromMs.map((startMs) => Math.floor(startMs / HOUR_MS) * HOUR_MS))];
  return hours.map((hourMs) => {
    const some = columnsWithin(minutes, hourMs, hourMs + HOUR_MS);
    return { ...spanOf(some, HOUR_MS), seriesId, isDay: false, minutes: sealBytes(encodeBuckets(some, MINUTE_MS), { isDeflated: false }), hours: null };
  });
}

/**
 * What such a block holds of a unit, with these figures; all of them unless some are named.
 * @throws AppError (bug) TELEMETRY.BLOCK_DAMAGED, TELEMETRY.BLOCK_VERSION
 */
export function openRollUps(bytes: Buffer, unit: RollUpUnit, figures: readonly Figure[] = FIGURES): BucketColumns {
  return decodeBuckets(openBytes(bytes), WIDTH_MS[unit], figures);
}

const NOTHING = joinedColumns([]);

/** All that a block holds. @throws AppError (bug) TELEMETRY.BLOCK_DAMAGED, TELEMETRY.BLOCK_VERSION */
export function openedBlock({ minutes, hours }: Pick<NewRollUpBlock, 'minutes' | 'hours'>): { readonly minutes: BucketColumns; readonly hours: BucketColumns } {
  return { minutes: openRollUps(minutes, 'minute'), hours: hours ? openRollUps(hours, 'hour') : NOTHING };
}

/** What is to be read of a block. */
export interface BlockPart {
  readonly unit: RollUpUnit;
  readonly figures: readonly Figure[];
  readonly binning: Binning;
  readonly ranges: readonly TimeRange[];
}

/** What of a block lies within some ranges, in buckets; a part for each range of which it has any. */
export function partsOfBlock(bytes: Buffer, { unit, figures, binning, ranges }: BlockPart): BucketColumns[] {
  const kept = openRollUps(bytes, unit, figures);
  const isOneToOne = 'widthMs' in binning && binning.widthMs === WIDTH_MS[unit];
  return ranges.flatMap(({ fromMs, toMs }) => {
    const some = columnsWithin(kept, fromMs, toMs);
    if (some.fromMs.length === 0) return [];
    return [isOneToOne ? some : coarserColumns(some, (startMs) => binStartMs(binning, startMs))];
  });
}

function spanOf({ fromMs }: BucketColumns, widthMs: number): Pick<NewRollUpBlock, 'atMs' | 'throughMs'> {
  return { atMs: Math.floor((fromMs[0] as number) / widthMs) * widthMs, throughMs: fromMs.at(-1) as number };
}
