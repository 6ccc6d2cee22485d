/** Holds a process to waiting for a database that recovers yet. */
export * from './expect-to-wait.js';
