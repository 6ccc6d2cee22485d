import { UnrecoverableError, type Job } from 'bullmq';
import type { JobDefinition } from '@tenon/contracts/jobs';
import type { SystemDb } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import { AppError, bug, IS_RETRYABLE, tenantId, toAppError } from '@tenon/kernel';
import { withLogContext, type Log } from '@tenon/runtime';
import type { JobEnvelope } from './backend.js';
import type { JobContext } from './handler.js';
import { begin, markDone, markFailed } from './outbox.js';
import type { JobFigures } from './job-figures.js';
import type { HandlerRegistry } from './registry.js';

export interface RunnerOptions {
  readonly registry: HandlerRegistry;
  readonly system: SystemDb;
  readonly log: Log;
  readonly figures: JobFigures;
  readonly timed: (job: string, ms: number) => void;
  /** Told when a job began and its company has another, which waited for that to be handed over. */
  readonly onNext: () => void;
}

/** Runs one delivery of a job: finds its handler, reads the payload, keeps the time limit, records the outcome. */
export async function runJob(options: RunnerOptions, delivery: Job<JobEnvelope>): Promise<void> {
  const { outboxId, tenantId: tenant } = delivery.data;
  const entry = options.registry.get(delivery.name);
  if (!entry) throw bug('JOB.UNKNOWN', `No handler for ${delivery.name}.`);
  const begun = await options.system.run('job: begin', (tx) => begin(tx, outboxId));
  if (!begun) return options.figures.count(delivery.name, 'already-done');
  if (begun.hasNext) options.onNext();
  const startedMs = performance.now();
  try {
    await withLogContext({ ...(tenant ? { tenantId: tenant } : {}), trace: `job ${outboxId}` }, () => handle(options, entry.job, { delivery, payload: begun.payload }, entry.handler.handle.bind(entry.handler)));
  } catch (error) {
    return fail(options, delivery, toAppError(error), error);
  } finally {
    options.timed(delivery.name, performance.now() - startedMs);
  }
  await options.system.run('job: record success', (tx) => markDone(tx, outboxId));
  options.figures.count(delivery.name, 'done');
}

async function handle(options: RunnerOptions, job: JobDefinition, { delivery, payload }: { delivery: Job<JobEnvelope>; payload: unknown }, run: (context: JobContext) => Promise<void>): Promise<void> {
  const timeout = AbortSignal.timeout(job.timeoutMs);
  const context = {
    payload: job.payload.parse(payload),
    actor: job.scope === 'tenant' && delivery.data.tenantId ? systemActor(tenantId(delivery.data.tenantId), { via: 'job', viaId: job.name }) : null,
    attempt: delivery.attemptsMade + 1,
    signal: timeout,
    log: options.log,
  } as unknown as JobContext;
  const late = new Promise<never>((_resolve, reject) => {
    timeout.addEventListener('abort', () => reject(new AppError('unavailable', 'JOB.TIMED_OUT', `${job.name} ran out of time.`)), { once: true });
  });
  await Promise.race([run(context), late]);
}

async function fail(options: RunnerOptions, delivery: Job<JobEnvelope>, error: AppError, thrown: unknown): Promise<never> {
  const isLast = !IS_RETRYABLE[error.kind] || delivery.attemptsMade + 1 >= (delivery.opts.attempts ?? 1);
  options.figures.count(delivery.name, isLast ? 'failed' : 'retried');
  options.log[isLast ? 'error' : 'warn']('job.failed', { job: delivery.name, attempt: delivery.attemptsMade + 1, isLast, error: thrown });
  if (isLast) await options.system.run('job: record failure', (tx) => markFailed(tx, delivery.data.outboxId, `${error.code}: ${error.message}`));
  if (!IS_RETRYABLE[error.kind]) throw new UnrecoverableError(error.code);
  throw error;
}
