import { DEFAULT_CLOCK_LIMITS, DEFAULT_DECODE_LIMITS, type ClockLimits, type DecodeLimits } from '@tenon/domain/telemetry';

/** How much the ingest path holds, and for how long. */
export interface IngestLimits {
  readonly decode: DecodeLimits;
  readonly clock: ClockLimits;
  /** Replayed history may be as old as this instant, in milliseconds since the epoch: each month opens partitions, which all share. */
  readonly historyFromMs: number;
  /** Whole months before the current one that are kept; the worker drops what is older. */
  readonly keepMonths: number;
  /** Metrics of one device. */
  readonly maxSeries: number;
  /** Sets of metrics of one device; past them a message is split into its metrics. */
  readonly maxShapes: number;
  /** Devices whose metrics are kept in memory. */
  readonly maxCachedDevices: number;
  /** Transactions at once; each device belongs to one lane. */
  readonly lanes: number;
  /** Rows after which a batch is closed, and how long it waits for them, in milliseconds. */
  readonly batchRows: number;
  readonly lingerMs: number;
  /** How long a message waits for a database that is away before its device is told. */
  readonly holdMs: number;
  /** How long one batch may take before its connection is given up. */
  readonly batchTimeoutMs: number;
  /** Uncommitted messages, and bytes they take up, at which the doors stop reading. */
  readonly maxPendingMessages: number;
  readonly maxPendingBytes: number;
  /** At most one live notice a device in this time. */
  readonly liveIntervalMs: number;
}

export const DEFAULT_INGEST_LIMITS: IngestLimits = {
  decode: DEFAULT_DECODE_LIMITS,
  clock: DEFAULT_CLOCK_LIMITS,
  historyFromMs: Date.UTC(2000, 0, 1),
  keepMonths: 120,
  maxSeries: 1_024,
  maxShapes: 64,
  maxCachedDevices: 20_000,
  lanes: 2,
  batchRows: 4_000,
  lingerMs: 10,
  holdMs: 20_000,
  batchTimeoutMs: 15_000,
  maxPendingMessages: 50_000,
  maxPendingBytes: 64 * 1024 * 1024,
  liveIntervalMs: 250,
};
