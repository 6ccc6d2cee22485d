import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { apartInOrder, columnsOfBuckets, joinedColumns, PooledColumns, type BucketColumns, type Figure } from '@tenon/domain/telemetry';
import { MINUTE_MS, type TimeRange } from '@tenon/kernel';
import { bucketPoints } from '../../blocks/bucket-points.js';
import { grouped } from '../../grouped.js';
import { BucketRepository } from '../../persistence/bucket.repository.js';
import { ColumnBucketRepository, type SeriesColumnsPiece, type SourcePieces } from '../../persistence/query/column-bucket.repository.js';
import { SeriesSourceRepository } from '../../persistence/series-source.repository.js';
import type { Binning } from '../../ranges/binning.js';
import { splitBySource } from '../../ranges/split-by-source.js';
import type { ColumnRequest } from '../../store/telemetry-store.js';
import { clippedRanges } from '../../ranges/time-ranges.js';

/** Up to so much of each series is read point by point in one statement for all; what is longer is summed up in the database, series by series. */
const MOST_HELD_MS = 10 * MINUTE_MS;

/** Many series in buckets by a few statements, from roll-ups as far as they are exact and from points for the rest. */
@Injectable()
export class ColumnBuckets {
  constructor(
    private readonly sources: SeriesSourceRepository,
    private readonly columns: ColumnBucketRepository,
    private readonly buckets: BucketRepository,
  ) {}

  /** By series; one without any points is absent. @throws AppError (not-found) SERIES.NOT_FOUND */
  async read(tx: TenantTx, request: ColumnRequest): Promise<ReadonlyMap<number, BucketColumns>> {
    const { seriesIds, range, coarsest, binning } = request;
    // Both at once; what is dirty must be known before roll-ups are read, as what is rolled up in between is then read from points.
    const [sources, dirty] = await Promise.all([this.sources.get(tx, seriesIds), coarsest === 'raw' ? undefined : this.sources.dirtyOf(tx, seriesIds, range)]);
    const spans = spansOf(range, binning);
    const splits = sources.map((source) => ({ source, split: splitBySource(spans, coarsest, dirty?.get(source.seriesId) ?? []) }));
    const found: SeriesColumnsPiece[] = [];
    for (const kept of ['hour', 'minute'] as const) {
      const pieces = splits.flatMap(({ source, split }) => split[kept].map((piece) => ({ seriesId: source.seriesId, range: piece })));
      found.push(...(await this.columns.ofRollUps(tx, kept, pieces, request)));
    }
    const raw = splits.map(({ source, split }) => ({ source, ranges: split.raw })).filter(({ ranges }) => ranges.length > 0);
    found.push(...(await this.ofPoints(tx, raw, request)));
    return merged(found, request.figures);
  }

  private async ofPoints(tx: TenantTx, raw: readonly SourcePieces[], { binning, figures }: ColumnRequest): Promise<SeriesColumnsPiece[]> {
    const isShort = ({ ranges }: SourcePieces): boolean => ranges.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0) <= MOST_HELD_MS;
    const held = await this.columns.points(tx, raw.filter(isShort));
    const pieces = raw.filter(isShort).flatMap(({ source: { seriesId }, ranges }) => {
      const points = held.get(seriesId);
      return points ? [{ seriesId, columns: columnsOfBuckets(bucketPoints(points, ranges, binning), figures) }] : [];
    });
    for (const { source, ranges } of raw.filter((one) => !isShort(one))) {
      const summed = await this.buckets.ofPoints(tx, source, ranges, binning);
      // A bucket may come in two parts; each stands for itself until they are merged.
      pieces.push(...summed.map(({ seriesId, bucket }) => ({ seriesId, columns: columnsOfBuckets([bucket], figures) })));
    }
    return pieces;
  }
}

/** Within these an aggregate lies whole in one bucket. */
function spansOf(range: TimeRange, binning: Binning): TimeRange[] {
  if ('widthMs' in binning) return [range];
  const { edgesMs } = binning;
  return clippedRanges(edgesMs.slice(1).map((toMs, index) => ({ fromMs: edgesMs[index] ?? toMs, toMs })), range);
}

function merged(found: readonly SeriesColumnsPiece[], figures: readonly Figure[]): ReadonlyMap<number, BucketColumns> {
  const bySeries = grouped(found, ({ seriesId }) => seriesId);
  return new Map([...bySeries].map(([seriesId, pieces]) => [seriesId, together(pieces.map(({ columns }) => columns), figures)]));
}

function together(parts: readonly BucketColumns[], figures: readonly Figure[]): BucketColumns {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  if (apartInOrder(parts)) return joinedColumns(parts);
  const starts = [...new Set(parts.flatMap(({ fromMs }) => [...fromMs]))].sort((a, b) => a - b);
  const pooled = new PooledColumns(starts, figures);
  for (const part of parts) pooled.add(part);
  return pooled.columns();
}
