import { z } from 'zod';
import { defineJob, type JobDefinition, type Merging } from '../jobs/define-job.js';

/**
 * Something that happened in a company and that other modules may care about. An event travels as a job of its own,
 * through the same outbox, so it is as durable as the change that caused it. Events have a queue to themselves: what
 * somebody waits for at a screen must not stand behind news. Those that only say again what is out of date are merged, or one
 * company that sends a year of history would make thousands.
 */
export function defineEvent<Schema extends z.ZodType>(name: string, payload: Schema, merging?: Merging<z.output<Schema>>): JobDefinition<Schema> {
  return defineJob({ name, queue: 'events', scope: 'tenant', payload, attempts: 10, backoffMs: 2_000, timeoutMs: 60_000, ...(merging && { merging }) });
}
