import type { TenantActor } from '@tenon/domain/identity';
import type { BlockPoints, BucketColumns, BucketSource, Figure } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import type { LastValue } from '../persistence/query/last-value.repository.js';
import type { Binning } from '../ranges/binning.js';

/** What is to be put into buckets. */
export interface ColumnRequest {
  /** Distinct; as many as are read at a time. */
  readonly seriesIds: readonly number[];
  readonly range: TimeRange;
  /** The widest aggregates that fit into the buckets, where a store keeps any. */
  readonly coarsest: BucketSource;
  readonly binning: Binning;
  readonly figures: readonly Figure[];
}

/** As of when last values are asked for. */
export interface LastRequest {
  /** Null: now, whatever the newest stamp is. */
  readonly atMs: number | null;
  /** Older values are left out. */
  readonly notBeforeMs: number;
}

/**
 * Where points are read from: everything stored until a read began is in it, each stamp once with the value that arrived last. Which series there are, and whose,
 * is settled before: a store shows nothing of another company, whatever ids it is asked about. `testing/store-contract.ts` says it in tests, for each store.
 */
export abstract class TelemetryStore {
  /** The oldest points of a range, no more than `limit`, of any kind. */
  abstract points(actor: TenantActor, seriesId: number, range: TimeRange, limit: number): Promise<BlockPoints>;
  /** Numbers in buckets, by series; one without any is absent. */
  abstract buckets(actor: TenantActor, request: ColumnRequest): Promise<ReadonlyMap<number, BucketColumns>>;
  /** The newest value of each series that is not after an instant; one without is absent. */
  abstract last(actor: TenantActor, seriesIds: readonly number[], request: LastRequest): Promise<LastValue[]>;
}
