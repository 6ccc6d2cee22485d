import type { JobDefinition } from '@tenon/contracts/jobs';
import type { SystemDb } from '@tenon/db';
import type { Log } from '@tenon/runtime';
import type { JobEnvelope, JobQueue } from './backend.js';
import { findLost, markIssued, takePending, type OutboxRow } from './outbox.js';

const BATCH = 200;
const SWEEP_EVERY_MS = 5_000;
/** An issued row without a job for this long has lost it: the queue was wiped, or the process died in between. */
const LOST_AFTER_MS = 10_000;

export interface RelayOptions {
  readonly system: SystemDb;
  readonly queues: ReadonlyMap<string, JobQueue>;
  readonly jobs: readonly JobDefinition[];
  readonly log: Log;
}

/**
 * Hands outbox rows to BullMQ, at least once. The job's id is the row's, so handing it over twice makes one job; a row
 * whose job is gone is handed over again. Several relays may run: rows are taken under lock.
 */
export class Relay {
  private timer: NodeJS.Timeout | undefined;
  private sweeper: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isWoken = false;
  private readonly jobs: ReadonlyMap<string, JobDefinition>;

  constructor(private readonly options: RelayOptions) {
    this.jobs = new Map(options.jobs.map((job) => [job.name, job]));
  }

  start(): void {
    this.sweeper = setInterval(() => void this.sweep(), SWEEP_EVERY_MS);
    this.timer = setInterval(() => this.wake(), 1_000);
    this.wake();
  }

  /** Looks for new rows now; call it when the outbox said so. */
  wake(): void {
    this.isWoken = true;
    this.running ??= this.drain().finally(() => (this.running = undefined));
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    clearInterval(this.sweeper);
    await this.running;
  }

  /** Hands over again what lost its job. */
  async sweep(): Promise<void> {
    try {
      const rows = await this.options.system.run('outbox sweeper', (tx) => findLost(tx, LOST_AFTER_MS, BATCH));
      for (const row of rows) if (!(await this.hasJob(row))) await this.issue(row);
    } catch (error) {
      this.options.log.warn('outbox.sweep-failed', { error });
    }
  }

  private async drain(): Promise<void> {
    while (this.isWoken) {
      this.isWoken = false;
      try {
        if ((await this.relayBatch()) === BATCH) this.isWoken = true;
      } catch (error) {
        this.options.log.warn('outbox.relay-failed', { error });
      }
    }
  }

  private relayBatch(): Promise<number> {
    return this.options.system.run('outbox relay', async (tx) => {
      const rows = await takePending(tx, BATCH);
      for (const row of rows) await this.issue(row);
      await markIssued(tx, rows.map((row) => row.id));
      return rows.length;
    });
  }

  private async hasJob(row: OutboxRow): Promise<boolean> {
    const queue = this.queueOf(row);
    return queue !== undefined && (await queue.getJob(jobId(row))) !== undefined;
  }

  private async issue(row: OutboxRow): Promise<void> {
    const job = this.jobs.get(row.job);
    const queue = this.queueOf(row);
    if (!job || !queue) return this.options.log.error('outbox.unknown-job', { job: row.job, id: row.id });
    const envelope: JobEnvelope = { outboxId: row.id, tenantId: row.tenantId, payload: row.payload };
    await queue.add(job.name, envelope, {
      jobId: jobId(row),
      attempts: job.attempts,
      backoff: { type: 'exponential', delay: job.backoffMs },
      removeOnComplete: true,
      removeOnFail: { count: 1_000 },
    });
  }

  private queueOf(row: OutboxRow): JobQueue | undefined {
    const job = this.jobs.get(row.job);
    return job && this.options.queues.get(job.queue);
  }
}

/** BullMQ refuses ids that are plain numbers. */
function jobId(row: OutboxRow): string {
  return `outbox-${row.id}`;
}
