import { type BlockPoints, type Bucket, within } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import { binStartMs, type Binning } from '../ranges/binning.js';

const US_PER_MS = 1_000;
/** As `safeSum` has it: of values larger than this sums are not exact, and never overflow. */
const MOST_SUMMED = 1e290;

type Growing = { -readonly [Figure in keyof Bucket]: Bucket[Figure] };

/** The numbers of some ranges in buckets, in order of time; as SQL reckons them of rows. */
export function bucketPoints(points: BlockPoints, ranges: readonly TimeRange[], binning: Binning): Bucket[] {
  const buckets: Growing[] = [];
  for (const { fromMs, toMs } of ranges) addRange(buckets, within(points, Math.round(fromMs * US_PER_MS), Math.round(toMs * US_PER_MS)), binning);
  return buckets;
}

function addRange(buckets: Growing[], { atUs, num }: BlockPoints, binning: Binning): void {
  let bucket = buckets.at(-1);
  for (let place = 0; place < atUs.length; place += 1) {
    const value = num[place] as number;
    const atMs = (atUs[place] as number) / US_PER_MS;
    const fromMs = binStartMs(binning, atMs);
    if (Number.isNaN(value) || fromMs === undefined) continue;
    if (bucket?.fromMs === fromMs) addPoint(bucket, value, atMs);
    else buckets.push((bucket = { fromMs, count: 1, min: value, max: value, sum: summed(value), first: value, last: value, firstAtMs: atMs, lastAtMs: atMs }));
  }
}

function addPoint(bucket: Growing, value: number, atMs: number): void {
  bucket.count += 1;
  if (value < bucket.min) bucket.min = value;
  if (value > bucket.max) bucket.max = value;
  bucket.sum += summed(value);
  bucket.last = value;
  bucket.lastAtMs = atMs;
}

function summed(value: number): number {
  return Math.max(-MOST_SUMMED, Math.min(MOST_SUMMED, value));
}
