import type { Job } from 'bullmq';
import type { JobDefinition } from '@tenon/contracts/jobs';
import type { SystemDb } from '@tenon/db';
import type { Log } from '@tenon/runtime';
import type { JobEnvelope, JobQueue } from './backend.js';
import type { JobFigures } from './job-figures.js';
import { countLoss, markFailed, markIssued, takeOverdue, takePending, type OutboxRow } from './outbox.js';

const BATCH = 200;
const SWEEP_EVERY_MS = 5_000;
/** An issued row is looked after this often: its job may be gone with a wiped queue, or have failed with nobody left to record it. */
const OVERDUE_AFTER_MS = 10_000;
/** A job that the queue gave up so often is at fault itself, as one that ends each process that runs it. */
const MOST_LOSSES = 3;

export interface RelayOptions {
  readonly system: SystemDb;
  readonly queues: ReadonlyMap<string, JobQueue>;
  readonly jobs: readonly JobDefinition[];
  readonly figures: JobFigures;
  readonly log: Log;
}

/**
 * Hands outbox rows to BullMQ, at least once. The job's id is the row's, so handing it over twice makes one job; a row
 * whose job is gone, or was given up without an outcome, is handed over again, though not for ever. Several relays may run:
 * rows are taken under lock.
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
      const rows = await this.options.system.run('outbox sweeper', (tx) => takeOverdue(tx, OVERDUE_AFTER_MS, BATCH));
      for (const row of rows) if (await this.isLost(row)) await this.issue(row);
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

  /**
   * A job that fails for good is recorded before the queue hears of it. One that the queue holds as failed while its row is open
   * was ended by the queue itself: its worker died more than once, or the database was away when the outcome was to be recorded.
   * When that happens again and again it is put aside as failed, until somebody promises it anew.
   */
  private async isLost(row: OutboxRow): Promise<boolean> {
    const job = await this.queueOf(row)?.getJob(jobId(row));
    if (!job) return true;
    if (!(await job.isFailed())) return false;
    const lossCount = await this.countLoss(row, job.failedReason);
    if (lossCount === null) return false;
    const facts = { job: row.job, id: row.id, lossCount, reason: job.failedReason };
    if (lossCount >= MOST_LOSSES) {
      this.options.figures.count(row.job, 'put-aside');
      this.options.log.error('outbox.job-put-aside', facts);
      return false;
    }
    this.options.log.warn('outbox.job-lost', facts);
    await forgetFailed(job);
    return true;
  }

  private countLoss(row: OutboxRow, reason: string): Promise<number | null> {
    return this.options.system.run('outbox sweeper', async (tx) => {
      const lossCount = await countLoss(tx, row.id);
      if (lossCount !== null && lossCount >= MOST_LOSSES) await markFailed(tx, row.id, `JOB.LOST: given up by the queue ${lossCount} times, the last time because ${reason}`);
      return lossCount;
    });
  }

  private async issue(row: OutboxRow): Promise<void> {
    const job = this.jobs.get(row.job);
    const queue = this.queueOf(row);
    if (!job || !queue) return this.options.log.error('outbox.unknown-job', { job: row.job, id: row.id });
    if (row.hasFailed) await forgetFailed(await queue.getJob(jobId(row)));
    const envelope: JobEnvelope = { outboxId: row.id, tenantId: row.tenantId };
    await queue.add(job.name, envelope, {
      jobId: jobId(row),
      delay: job.merging?.gatherMs ?? 0,
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

/** While the queue remembers a failed job, it takes no other of the same id. */
async function forgetFailed(job: Job | undefined): Promise<void> {
  if (await job?.isFailed()) await job?.remove();
}

/** BullMQ refuses ids that are plain numbers. */
function jobId(row: OutboxRow): string {
  return `outbox-${row.id}`;
}
