import { AppError, unavailable } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/** Whether PostgreSQL has no room left on its disk (SQLSTATE 53100): it answers questions, and stores nothing. */
export function isDatabaseFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '53100' || error.code === 'DB.FULL');
}

/** Whether PostgreSQL, not the statement, is at fault: full, away, starting, recovering, stopping, or out of connections (SQLSTATE 08, 53100, 53300, 57P). */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AppError) return error.code === 'DB.UNAVAILABLE' || error.code === 'DB.FULL';
  const code = 'code' in error ? String(error.code) : '';
  return /^(08|57P|53[13]00)|^(ECONN|EPIPE|ETIMEDOUT)/.test(code) || /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}

/**
 * What is told of a database that is away, or full.
 * @param error what PostgreSQL said, if it is known
 * @returns AppError (unavailable) DB.FULL or DB.UNAVAILABLE
 */
export function databaseUnavailable(error: unknown, what = 'The database cannot be reached just now.'): AppError {
  return isDatabaseFull(error) ? unavailable('DB.FULL', 'The database has no room left to store anything.') : unavailable('DB.UNAVAILABLE', what);
}

/**
 * Does `work`, again and again while the database is away, with longer and longer waits between. What waiting would not
 * mend, as a wrong password, is thrown at once.
 */
export async function onceDatabaseIsBack<T>(work: () => Promise<T>, log: Log): Promise<T> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      log.warn('db.away', { waitMs, error });
      await sleep(waitMs);
    }
  }
}
