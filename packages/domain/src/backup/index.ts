/** Backups: when the next is due, and when there should have been one long ago. */
export * from './backup-standing.js';
