import type { Worker } from 'bullmq';
import type { JobDefinition, QueueName } from '@tenon/contracts/jobs';
import { OUTBOX_CHANNEL } from '@tenon/contracts/wire';
import { Listener, type SystemDb } from '@tenon/db';
import { AppError } from '@tenon/kernel';
import type { Log, Registry } from '@tenon/runtime';
import { Backend, QUEUE_NAMES, type BackendOptions, type JobEnvelope, type JobQueue } from './backend.js';
import { JobFigures } from './job-figures.js';
import { exposeOutbox } from './outbox-figures.js';
import { prune, readBacklog } from './outbox.js';
import { pairHandlers } from './registry.js';
import { Relay } from './relay.js';
import { runJob } from './run-job.js';

export interface JobRunnerOptions extends BackendOptions {
  readonly system: SystemDb;
  readonly catalogue: readonly JobDefinition[];
  /** Every object that may be a handler; those that are, are found by their mark. */
  readonly instances: readonly object[];
  readonly log: Log;
  /** Where outcomes are counted. */
  readonly metrics: Registry;
  /** Told how long each delivery took, whatever came of it. */
  readonly timed?: (job: string, ms: number) => void;
  readonly concurrency?: Partial<Record<QueueName, number>>;
}

const PRUNE_EVERY_MS = 3_600_000;
const KEEP_DONE_DAYS = 7;
const PING_WITHIN_MS = 2_000;

/** Everything that makes promised jobs happen: relay, sweeper and one worker a queue. */
export class JobRunner {
  private workers: Worker<JobEnvelope>[] = [];
  private pruner: NodeJS.Timeout | undefined;

  private constructor(
    private readonly options: JobRunnerOptions,
    private readonly queues: ReadonlyMap<string, JobQueue>,
    readonly relay: Relay,
    private readonly listener: Listener,
  ) {}

  /** Starts it whole or not at all; refuses when a job has no handler, or two. */
  static async start(options: JobRunnerOptions): Promise<JobRunner> {
    const registry = pairHandlers(options.catalogue, options.instances);
    const backend = new Backend(options);
    await backend.prepare();
    const queues = new Map(QUEUE_NAMES.map((name) => [name as string, watch(backend.queue(name), options.log)]));
    const figures = new JobFigures(options.metrics);
    exposeOutbox(options.metrics, () => options.system.run('outbox: figures', readBacklog));
    const relay = new Relay({ system: options.system, queues, jobs: options.catalogue, figures, log: options.log });
    const listener = new Listener({
      databaseUrl: options.databaseUrl,
      role: 'tenon_system',
      channels: [OUTBOX_CHANNEL],
      onMessage: () => relay.wake(),
      onConnected: () => relay.wake(),
      log: options.log,
    });
    const runner = new JobRunner(options, queues, relay, listener);
    const running = { registry, system: options.system, log: options.log, figures, timed: options.timed ?? (() => undefined), onNext: () => relay.wake() };
    runner.workers = QUEUE_NAMES.map((name) => watch(backend.worker(name, (delivery) => runJob(running, delivery), { concurrency: options.concurrency?.[name] ?? 2 }), options.log));
    try {
      await backend.begin([...queues.values()], runner.workers);
    } catch (error) {
      await runner.close();
      throw error;
    }
    await listener.start();
    relay.start();
    runner.pruner = setInterval(() => void runner.prune(), PRUNE_EVERY_MS);
    return runner;
  }

  /**
   * Whether what holds the queues answers.
   * @throws AppError (unavailable) QUEUE.UNAVAILABLE, also when it says nothing for two seconds: BullMQ itself would wait for ever
   */
  async ping(): Promise<void> {
    const silence = AbortSignal.timeout(PING_WITHIN_MS);
    const silent = new Promise<never>((_resolve, reject) => silence.addEventListener('abort', () => reject(new Error('silent')), { once: true }));
    try {
      await Promise.race([this.queues.get(QUEUE_NAMES[0] ?? '')?.getJobCountByTypes('waiting'), silent]);
    } catch (cause) {
      throw new AppError('unavailable', 'QUEUE.UNAVAILABLE', 'The queue cannot be reached just now.', { cause: String(cause) });
    }
  }

  /** Stops taking jobs, waits for those under way, and lets go of every connection. */
  async close(): Promise<void> {
    clearInterval(this.pruner);
    await this.listener.close();
    await this.relay.close();
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private async prune(): Promise<void> {
    try {
      await this.options.system.run('outbox: forget what is done', (tx) => prune(tx, KEEP_DONE_DAYS));
    } catch (error) {
      this.options.log.warn('outbox.prune-failed', { error });
    }
  }
}

/** Connection errors of BullMQ are events; without a listener they would end the process. */
function watch<Part extends { on(event: 'error', listener: (error: Error) => void): unknown }>(part: Part, log: Log): Part {
  part.on('error', (error) => log.warn('queue.connection', { error }));
  return part;
}
