import type { Log } from './log.js';

/**
 * Keeps one stray rejection from taking the process down: it is logged as the bug it is. An uncaught exception still
 * ends the process, as its state can no longer be trusted; the supervisor starts it again.
 */
export function watchForFaults(log: Log): void {
  process.on('unhandledRejection', (error) => log.error('process.unhandled-rejection', { error }));
  process.on('uncaughtException', (error) => {
    log.error('process.uncaught-exception', { error });
    process.exit(1);
  });
}
