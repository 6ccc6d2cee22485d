import { createPostgresBackend, createRedisBackend, Queue, type BackendFactory, type Processor, type Worker, type WorkerOptions } from 'bullmq';
import type { QueueName } from '@tenon/contracts/jobs';
import { roleConfig } from '@tenon/db';
import { migrateQueueSchema } from './migrate-queue-schema.js';
import { PatientWorker } from './patient-worker.js';

/** Where jobs wait: PostgreSQL unless a Redis (or Valkey) address is given. */
export interface BackendOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  /** Sets installations apart that share a Redis. */
  readonly prefix?: string;
}

/** A queue as the relay sees it, whichever backend holds it. */
export type JobQueue = Queue<JobEnvelope>;
/** What BullMQ carries: which outbox row, for which company. The payload stays in the row, which may take in others until a worker begins. */
export interface JobEnvelope {
  readonly outboxId: string;
  readonly tenantId: string | null;
}

export const QUEUE_NAMES: readonly QueueName[] = ['identity', 'devices', 'telemetry', 'analytics', 'notices', 'billing', 'exit', 'events'];

/** How often a job may lose its worker, as when processes are replaced, before the queue gives it up; the sweeper then hands it over anew, some times. */
const MAX_STALLED_COUNT = 3;

/** Makes queues and workers on the configured backend. */
export class Backend {
  private readonly factory: BackendFactory;
  private readonly prefix: string;

  constructor(private readonly options: BackendOptions) {
    this.prefix = options.prefix ?? 'tenon';
    this.factory = options.redisUrl ? createRedisBackend : (createPostgresBackend as BackendFactory);
  }

  /** Makes the backend ready for its first queue. */
  async prepare(): Promise<void> {
    if (!this.options.redisUrl) await migrateQueueSchema(this.options.databaseUrl);
  }

  queue(name: QueueName): JobQueue {
    return new Queue(name, { connection: this.connection(2), prefix: this.prefix }, this.factory as never) as JobQueue;
  }

  /** A worker that does not work yet: see {@link begin}. */
  worker(name: QueueName, process: Processor<JobEnvelope>, options: Pick<WorkerOptions, 'concurrency'>): Worker<JobEnvelope> {
    return new PatientWorker<JobEnvelope>(name, process, { connection: this.connection(4), prefix: this.prefix, maxStalledCount: MAX_STALLED_COUNT, autorun: false, ...options }, this.factory as never);
  }

  /**
   * Lets workers work, once queues and workers have got their connections. BullMQ remembers the first answer of PostgreSQL for good: a part that
   * was refused then would be refused for as long as the process lives. Redis is waited for by BullMQ itself.
   * @throws what PostgreSQL said where it lets one of them in no more
   */
  async begin(queues: readonly JobQueue[], workers: readonly Worker<JobEnvelope>[]): Promise<void> {
    if (!this.options.redisUrl) await Promise.all([...queues, ...workers].map((part) => part.waitUntilReady()));
    // Ends when the worker is closed; what goes wrong on the way is an event.
    for (const worker of workers) worker.run().catch((error: unknown) => worker.emit('error', error as Error));
  }

  private connection(max: number): never {
    const { databaseUrl, redisUrl } = this.options;
    const connection = redisUrl
      ? { url: redisUrl, maxRetriesPerRequest: null }
      : { ...roleConfig({ databaseUrl, role: 'tenon_queue', searchPath: 'bullmq' }), max, schema: 'bullmq' };
    return connection as never;
  }
}
