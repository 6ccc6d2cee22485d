import { sqlFault } from '@tenon/db';
import { isRefusalReason } from '@tenon/domain/devices';
import { SECOND_MS, type AppError } from '@tenon/kernel';
import { Counter, type Log, type Registry } from '@tenon/runtime';
import type { DeviceRef, Door } from './device-ref.js';
import type { CountedFold, IngestRefusalRepository } from './ingest-refusal.repository.js';
import { RefusalFolds, type RefusalFold } from './refusal-fold.js';
import { printableDetails, sampleOf } from './refusal-sample.js';

const DELAY_MS = 200;
const MAX_FOLDS = 10_000;
const KEPT_A_DEVICE = 200;

// Data exceptions and broken constraints.
function isDataFault(error: unknown): boolean {
  return /^(22|23)/.test(sqlFault(error)?.state ?? '');
}

/** What was refused. */
export interface Refusal {
  /** The machine it is counted against; `null` where nobody knows whose it was. */
  readonly device: DeviceRef | null;
  readonly error: AppError;
  /** The message, or what of it is at hand. */
  readonly sample: Buffer | string;
  readonly door: Door;
}

/**
 * Keeps what was refused where its owner sees it, and counts all of it. The same refusal of the same machine within a
 * minute is one row with a count; the newest 200 rows a machine are kept. It never holds up or fails the message's own path:
 * when more machines are refused than fit, the rest is only counted.
 */
export class RefusalRecorder {
  private readonly folds = new RefusalFolds(MAX_FOLDS);
  private unwritten = new Set<RefusalFold>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private readonly counter: Counter;

  constructor(
    private readonly repository: IngestRefusalRepository,
    private readonly log: Log,
    registry: Registry,
  ) {
    this.counter = new Counter({ name: 'tenon_gateway_refusals_total', help: 'Refused messages and connections by reason', labelNames: ['code', 'door'], registers: [registry] });
  }

  record({ device, error, sample, door }: Refusal): void {
    this.counter.inc({ code: error.code, door });
    if (!device || !isRefusalReason(error.code)) return;
    const nowMs = Date.now();
    const fold = this.folds.of(device, error.code, door, nowMs);
    if (!fold) return;
    Object.assign(fold, { atMs: nowMs, details: printableDetails(error.details), sample: sampleOf(sample), unwritten: fold.unwritten + 1 });
    this.unwritten.add(fold);
    this.timer ??= setTimeout(() => this.flush(), DELAY_MS);
  }

  /** How many of each code were refused since this process began, whoever's they were. */
  async counts(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { labels, value } of (await this.counter.get()).values) counts.set(String(labels['code']), (counts.get(String(labels['code'])) ?? 0) + value);
    return counts;
  }

  /** Writes what was recorded so far. */
  async settled(): Promise<void> {
    this.flush();
    await this.writing;
  }

  async close(): Promise<void> {
    await this.settled();
    clearTimeout(this.timer);
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const folds = [...this.unwritten];
    this.unwritten = new Set();
    if (folds.length > 0) this.writing = this.writing.then(() => this.write(folds));
  }

  private async write(folds: readonly RefusalFold[]): Promise<void> {
    const counted = folds.map((fold): CountedFold => ({ fold, count: fold.unwritten }));
    for (const fold of folds) fold.unwritten = 0;
    const added = counted.filter(({ fold }) => fold.id === null);
    const repeated = counted.filter(({ fold }) => fold.id !== null);
    await this.attempt(added, () => this.repository.insert(added, KEPT_A_DEVICE));
    await this.attempt(repeated, () => this.repository.repeat(repeated));
  }

  private async attempt(counted: readonly CountedFold[], write: () => Promise<void>): Promise<void> {
    if (counted.length === 0) return;
    try {
      await write();
    } catch (error) {
      this.log.warn('devices.refusals-not-recorded', { error, refusals: counted.length });
      // What the database will never take is not tried again: it would keep the others out.
      if (isDataFault(error)) return;
      for (const { fold, count } of counted) this.putBack(fold, count);
      this.timer ??= setTimeout(() => this.flush(), SECOND_MS);
    }
  }

  private putBack(fold: RefusalFold, count: number): void {
    fold.unwritten += count;
    this.unwritten.add(fold);
  }
}
