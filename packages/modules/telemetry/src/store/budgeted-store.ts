import { Injectable } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import type { BlockPoints, BucketColumns } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import { ReadingBudget } from '../application/query/reading-budget.js';
import type { LastValue } from '../persistence/query/last-value.repository.js';
import { PostgresStore } from './postgres-store.js';
import { TelemetryStore, type ColumnRequest, type LastRequest } from './telemetry-store.js';

/** Counts what is read for each company: points, buckets of each series (those too that groups are made of), and series whose last value is looked for. */
@Injectable()
export class BudgetedStore extends TelemetryStore {
  constructor(
    private readonly store: PostgresStore,
    private readonly budget: ReadingBudget,
  ) {
    super();
  }

  override async points(actor: TenantActor, seriesId: number, range: TimeRange, limit: number): Promise<BlockPoints> {
    const points = await this.store.points(actor, seriesId, range, limit);
    this.budget.spend(actor.tenantId, points.atUs.length);
    return points;
  }

  override async buckets(actor: TenantActor, request: ColumnRequest): Promise<ReadonlyMap<number, BucketColumns>> {
    const found = await this.store.buckets(actor, request);
    let buckets = 0;
    for (const { fromMs } of found.values()) buckets += fromMs.length;
    this.budget.spend(actor.tenantId, buckets);
    return found;
  }

  override async last(actor: TenantActor, seriesIds: readonly number[], request: LastRequest): Promise<LastValue[]> {
    const found = await this.store.last(actor, seriesIds, request);
    this.budget.spend(actor.tenantId, seriesIds.length);
    return found;
  }
}
