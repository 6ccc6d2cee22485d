import { isNativeError } from 'node:util/types';

/** What to do with a batch that could not be written. */
export type BatchFault =
  /** The database is away: hold the batch and write it again. */
  | 'away'
  /** Another transaction or a missing partition was in the way: write it again at once. */
  | 'again'
  /** Some row of it cannot be stored. */
  | 'poisoned';

// Connection exceptions, shutting down or starting up, out of connections, disk or memory; and what node-postgres says of a lost socket.
const AWAY_STATE = /^(08|57P|53|58)/;
const AWAY_SOCKET = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)/;
const AWAY_WORDS = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|premature close/i;
// Serialization failure, deadlock, lock not available, and a partition that somebody else has just made.
const AGAIN_STATE = /^(40001|40P01|55P03|42P07)$/;

/** Reads an error of a write. */
export function batchFault(error: unknown): BatchFault {
  if (!isNativeError(error)) return 'poisoned';
  const code = 'code' in error ? String(error.code) : '';
  if (AWAY_STATE.test(code) || AWAY_SOCKET.test(code) || AWAY_WORDS.test(error.message)) return 'away';
  return AGAIN_STATE.test(code) || isMissingPartition(error) ? 'again' : 'poisoned';
}

/** Whether a row found no partition of its month: it was dropped since this process looked. */
export function isMissingPartition(error: unknown): boolean {
  return isNativeError(error) && /no partition of relation/.test(error.message);
}
