import { bug } from '@tenon/kernel';
import type { JobDefinition } from '@tenon/contracts/jobs';
import { jobHandledBy, type JobHandler } from './handler.js';

/** Each job of the catalogue with its handler. */
export type HandlerRegistry = ReadonlyMap<string, { readonly job: JobDefinition; readonly handler: JobHandler }>;

/**
 * Pairs jobs with handlers and refuses to go on unless each job has exactly one.
 * @throws AppError (bug) JOB.HANDLERS, naming every job with none or two and every handler of an unknown job
 */
export function pairHandlers(catalogue: readonly JobDefinition[], instances: readonly object[]): HandlerRegistry {
  const registry = new Map<string, { job: JobDefinition; handler: JobHandler }>();
  const faults: string[] = [];
  for (const instance of instances) {
    const job = jobHandledBy(instance);
    if (!job) continue;
    if (registry.has(job.name)) faults.push(`${job.name} has two handlers`);
    if (!catalogue.includes(job)) faults.push(`${job.name} is handled but not in the catalogue`);
    registry.set(job.name, { job, handler: instance as JobHandler });
  }
  for (const job of catalogue) if (!registry.has(job.name)) faults.push(`${job.name} has no handler`);
  if (faults.length > 0) throw bug('JOB.HANDLERS', `Jobs and handlers do not pair: ${faults.join('; ')}.`, { faults });
  return registry;
}
