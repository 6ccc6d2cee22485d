/** Jobs over BullMQ: promised in the outbox, handed over by the relay, kept by the sweeper. */
export { Backend, QUEUE_NAMES, type BackendOptions, type JobEnvelope, type JobQueue } from './backend.js';
export { HandlesJob, type JobContext, type JobHandler } from './handler.js';
export { JobRunner, type JobRunnerOptions } from './job-runner.js';
export { pairHandlers, type HandlerRegistry } from './registry.js';
