/** Jobs: work that must happen after a change commits, done by the worker, at least once. */
export * from './define-job.js';
export * from './catalogue.js';
