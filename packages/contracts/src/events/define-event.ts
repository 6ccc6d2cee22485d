import { z } from 'zod';
import { defineJob, type JobDefinition } from '../jobs/define-job.js';

/**
 * Something that happened in a company and that other modules may care about. An event travels as a job of its own,
 * through the same outbox, so it is as durable as the change that caused it.
 */
export function defineEvent<Schema extends z.ZodType>(name: string, payload: Schema): JobDefinition<Schema> {
  return defineJob({ name, queue: 'analytics', scope: 'tenant', payload, attempts: 10, backoffMs: 2_000, timeoutMs: 60_000 });
}
