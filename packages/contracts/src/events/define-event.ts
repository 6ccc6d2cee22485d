import { z } from 'zod';
import { defineJob, type JobDefinition } from '../jobs/define-job.js';

/**
 * Something that happened in a company and that other modules may care about. An event travels as a job of its own,
 * through the same outbox, so it is as durable as the change that caused it. Events have a queue to themselves: one company that
 * sends a year of history makes thousands of them, and what somebody else waits for at a screen must not stand behind those.
 */
export function defineEvent<Schema extends z.ZodType>(name: string, payload: Schema): JobDefinition<Schema> {
  return defineJob({ name, queue: 'events', scope: 'tenant', payload, attempts: 10, backoffMs: 2_000, timeoutMs: 60_000 });
}
