import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import type { BlockPoints, BucketColumns } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import { ColumnBuckets } from '../application/query/column-buckets.js';
import { PointRepository } from '../persistence/point.repository.js';
import { LastValueRepository, type LastValue } from '../persistence/query/last-value.repository.js';
import { SeriesSourceRepository } from '../persistence/series-source.repository.js';
import { TelemetryStore, type ColumnRequest, type LastRequest } from './telemetry-store.js';

/** Rows, blocks and roll-ups in PostgreSQL, under its row-level security. */
@Injectable()
export class PostgresStore extends TelemetryStore {
  constructor(
    private readonly db: TenantDb,
    private readonly sources: SeriesSourceRepository,
    private readonly stored: PointRepository,
    private readonly columns: ColumnBuckets,
    private readonly lastValues: LastValueRepository,
  ) {
    super();
  }

  override points(actor: TenantActor, seriesId: number, range: TimeRange, limit: number): Promise<BlockPoints> {
    return this.db.read(actor, async (tx) => {
      const [source] = await this.sources.get(tx, [seriesId]);
      return this.stored.atOneEnd(tx, source ?? { seriesId, shapes: [] }, range, { limit, isOldestFirst: true });
    });
  }

  override buckets(actor: TenantActor, request: ColumnRequest): Promise<ReadonlyMap<number, BucketColumns>> {
    return this.db.read(actor, (tx) => this.columns.read(tx, request));
  }

  override last(actor: TenantActor, seriesIds: readonly number[], { atMs, notBeforeMs }: LastRequest): Promise<LastValue[]> {
    return this.db.read(actor, (tx) => (atMs === null ? this.lastValues.now(tx, seriesIds, notBeforeMs) : this.lastValues.asOf(tx, seriesIds, { atMs, notBeforeMs })));
  }
}
