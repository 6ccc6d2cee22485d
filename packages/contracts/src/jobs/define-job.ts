import type { z } from 'zod';

/** The queues jobs run in; each has its own concurrency in the worker. */
export type QueueName = 'identity' | 'devices' | 'telemetry' | 'analytics' | 'notices' | 'billing' | 'exit' | 'events';

/**
 * How a promised job takes the next one in, as long as it has not begun: then one is done instead of two. What a job that has
 * begun was promised with never changes, so what comes meanwhile is promised anew.
 */
export interface Merging<Payload> {
  /** Within a company, jobs with one key become one. */
  readonly key: (payload: Payload) => string;
  /** What is to be done instead of both; it must cover both. */
  readonly merged: (waiting: Payload, next: Payload) => Payload;
  /** How long a job waits for others before it begins. */
  readonly gatherMs: number;
}

/**
 * What a job is, apart from how it is done. Payloads hold ids, never records; a field added later is optional.
 * Delivery is at least once: the handler's docstring says why running twice is safe.
 */
export interface JobDefinition<Schema extends z.ZodType = z.ZodType> {
  /** `area.verb-noun`, unique. */
  readonly name: string;
  readonly queue: QueueName;
  /** `tenant`: runs bound to one company; `system`: through the audited exit. */
  readonly scope: 'tenant' | 'system';
  readonly payload: Schema;
  readonly attempts: number;
  /** First wait before trying again, doubled each time. */
  readonly backoffMs: number;
  readonly timeoutMs: number;
  /** What the job is about, so that a screen can ask what is still under way for it. */
  readonly subject?: (payload: z.output<Schema>) => string;
  /** For jobs of scope `tenant` that are promised again and again for what one of them could do. */
  readonly merging?: Merging<z.output<Schema>>;
}

export function defineJob<Schema extends z.ZodType>(definition: JobDefinition<Schema>): JobDefinition<Schema> {
  return definition;
}

/** The payload a job's handler receives. */
export type PayloadOf<Job> = Job extends JobDefinition<infer Schema> ? z.output<Schema> : never;
