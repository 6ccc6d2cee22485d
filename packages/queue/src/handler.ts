import type { JobDefinition, PayloadOf } from '@tenon/contracts/jobs';
import type { SystemActor } from '@tenon/domain/identity';
import type { Log } from '@tenon/runtime';

/** What a handler is given. */
export interface JobContext<Job extends JobDefinition = JobDefinition> {
  readonly payload: PayloadOf<Job>;
  /** The platform bound to the job's company; null for jobs of scope `system`. */
  readonly actor: Job['scope'] extends 'system' ? null : SystemActor;
  /** 1 for the first run. */
  readonly attempt: number;
  /** Aborted when the job's time is up. */
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** Does a job. Its docstring says why running it twice is safe. */
export interface JobHandler<Job extends JobDefinition = JobDefinition> {
  handle(context: JobContext<Job>): Promise<void>;
}

const handled = new WeakMap<object, JobDefinition>();

type HandlerClass<Job extends JobDefinition> = abstract new (...args: never[]) => JobHandler<Job>;

/** Marks a class as the one handler of `job`. */
export function HandlesJob<Job extends JobDefinition>(job: Job) {
  return (target: HandlerClass<Job>): void => void handled.set(target, job);
}

/** The job an instance's class was marked with, if any. */
export function jobHandledBy(instance: object): JobDefinition | undefined {
  return handled.get(instance.constructor);
}
