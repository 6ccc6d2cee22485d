import { coarserColumns, columnsWithin, decodeMinutes, encodeMinutes, FIGURES, type BucketColumns, type Figure } from '@tenon/domain/telemetry';
import { DAY_MS, HOUR_MS, MINUTE_MS, type TimeRange } from '@tenon/kernel';
import { binStartMs, type Binning } from '../ranges/binning.js';
import { openBytes, sealBytes } from './sealed-bytes.js';

/** Minutes of one series within one hour, or one day, of UTC, to be stored. */
export interface NewMinuteBlock {
  readonly seriesId: number;
  /** Start of that hour, or day. */
  readonly atMs: number;
  /** Start of the last minute. */
  readonly throughMs: number;
  readonly isDay: boolean;
  readonly bytes: Buffer;
}

/** A day's minutes of a series in one block, which is small; there must be some. */
export function dayBlock(seriesId: number, minutes: BucketColumns): NewMinuteBlock {
  return { ...spanOf(minutes, DAY_MS), seriesId, isDay: true, bytes: sealBytes(encodeMinutes(minutes), { isDeflated: true }) };
}

/** Minutes of a series in a block an hour, which are quick to read, and become a day's before long. */
export function hourBlocks(seriesId: number, minutes: BucketColumns): NewMinuteBlock[] {
  const hours = [...new Set(minutes.fromMs.map((startMs) => Math.floor(startMs / HOUR_MS) * HOUR_MS))];
  return hours.map((hourMs) => {
    const some = columnsWithin(minutes, hourMs, hourMs + HOUR_MS);
    return { ...spanOf(some, HOUR_MS), seriesId, isDay: false, bytes: sealBytes(encodeMinutes(some), { isDeflated: false }) };
  });
}

/**
 * What such a block holds, with these figures; all of them unless some are named.
 * @throws AppError (bug) TELEMETRY.BLOCK_DAMAGED, TELEMETRY.BLOCK_VERSION
 */
export function openMinutes(bytes: Buffer, figures: readonly Figure[] = FIGURES): BucketColumns {
  return decodeMinutes(openBytes(bytes), figures);
}

/** What of a block lies within some ranges, in buckets; a part for each range of which it has any. */
export function ofMinuteBlock(bytes: Buffer, { figures, binning, ranges }: { readonly figures: readonly Figure[]; readonly binning: Binning; readonly ranges: readonly TimeRange[] }): BucketColumns[] {
  const minutes = openMinutes(bytes, figures);
  const isOneToOne = 'widthMs' in binning && binning.widthMs === MINUTE_MS;
  return ranges.flatMap(({ fromMs, toMs }) => {
    const some = columnsWithin(minutes, fromMs, toMs);
    if (some.fromMs.length === 0) return [];
    return [isOneToOne ? some : coarserColumns(some, (startMs) => binStartMs(binning, startMs))];
  });
}

function spanOf({ fromMs }: BucketColumns, widthMs: number): Pick<NewMinuteBlock, 'atMs' | 'throughMs'> {
  return { atMs: Math.floor((fromMs[0] as number) / widthMs) * widthMs, throughMs: fromMs.at(-1) as number };
}
