import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { mergeAggregates, type Bucket, type BucketSource } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import { grouped } from '../grouped.js';
import { BucketRepository, type SeriesBucket } from '../persistence/bucket.repository.js';
import { SeriesSourceRepository } from '../persistence/series-source.repository.js';
import type { Binning } from '../ranges/binning.js';
import { splitBySource } from '../ranges/split-by-source.js';

/** What is to be put into buckets. */
export interface BucketRequest {
  /** Distinct. */
  readonly seriesIds: readonly number[];
  readonly range: TimeRange;
  /** The widest aggregate that fits into any of the buckets. */
  readonly coarsest: BucketSource;
  readonly binning: Binning;
}

/** Series in buckets, from roll-ups as far as they go and from points for the rest, which is the newest and whatever came late. */
@Injectable()
export class SeriesBuckets {
  constructor(
    private readonly sources: SeriesSourceRepository,
    private readonly buckets: BucketRepository,
  ) {}

  /**
   * Buckets in order of time, by series; one without points is absent.
   * @throws AppError (not-found) SERIES.NOT_FOUND
   */
  async read(tx: TenantTx, { seriesIds, range, coarsest, binning }: BucketRequest): Promise<ReadonlyMap<number, Bucket[]>> {
    const sources = await this.sources.get(tx, seriesIds);
    const dirty = coarsest === 'raw' ? undefined : await this.sources.dirtyOf(tx, seriesIds, range);
    const spans = spansOf(range, binning);
    const splits = sources.map((source) => ({ source, split: splitBySource(spans, coarsest, dirty?.get(source.seriesId) ?? []) }));
    const found: SeriesBucket[][] = [];
    for (const rollUp of ['hour', 'minute'] as const) {
      const pieces = splits.flatMap(({ source, split }) => split[rollUp].map((piece) => ({ seriesId: source.seriesId, range: piece })));
      found.push(await this.buckets.ofRollUps(tx, rollUp, pieces, binning));
    }
    for (const { source, split } of splits) found.push(await this.buckets.ofPoints(tx, source, split.raw, binning));
    const bySeries = grouped(found.flat(), ({ seriesId }) => seriesId);
    return new Map(seriesIds.map((seriesId) => [seriesId, mergedBuckets(bySeries.get(seriesId) ?? [])]));
  }
}

/** Within these an aggregate lies whole in one bucket: buckets of equal widths are made of whole aggregates, others need not be. */
function spansOf(range: TimeRange, binning: Binning): TimeRange[] {
  if ('widthMs' in binning) return [range];
  return binning.edgesMs.flatMap((toMs, index, edges) => (index > 0 ? [{ fromMs: edges[index - 1] ?? toMs, toMs }] : []));
}

function mergedBuckets(found: readonly SeriesBucket[]): Bucket[] {
  const byStart = new Map<number, Bucket>();
  for (const { bucket } of found) {
    const known = byStart.get(bucket.fromMs);
    byStart.set(bucket.fromMs, known ? { ...mergeAggregates(known, bucket), fromMs: bucket.fromMs } : bucket);
  }
  return [...byStart.values()].sort((a, b) => a.fromMs - b.fromMs);
}
