import { isNativeError } from 'node:util/types';

/** What to do with a batch that could not be written. */
export type BatchFault =
  /** The database is away, or cannot store anything just now: hold the batch and write it again. */
  | 'away'
  /** Another transaction or a missing partition was in the way: write it again at once. */
  | 'again'
  /** Some row of it cannot be stored. */
  | 'poisoned';

const SQL_STATE = /^[0-9A-Z]{5}$/;
// Serialization failure, deadlock, lock not available, and a partition that somebody else has just made.
const AGAIN_STATE = /^(40001|40P01|55P03|42P07)$/;
// Cardinality, data exceptions, broken constraints, limits of the program: what the row itself is guilty of. Whatever else PostgreSQL says is
// its own state, a missing right or a disk that is full, and no reason to refuse a message for good.
const POISON_STATE = /^(21|22|23|54)/;
// Node's word for arguments of ours that are wrong. Every other code is of a socket, a name look-up, TLS or a file: the way to the database.
const OWN_FAULT = /^ERR_(OUT_OF_RANGE|INVALID_ARG|BUFFER_OUT_OF_BOUNDS)/;
// What node-postgres says of a connection that is lost or cannot be made, without a code.
const AWAY_WORDS = /Connection terminated|timeout exceeded when trying to connect|not queryable|SSL|SASL|password must be/;

/** Reads an error of a write. */
export function batchFault(error: unknown): BatchFault {
  if (!isNativeError(error)) return 'poisoned';
  const code = 'code' in error ? String(error.code) : '';
  if ('syscall' in error || AWAY_WORDS.test(error.message)) return 'away';
  if (SQL_STATE.test(code)) return stateFault(code, error);
  return code === '' || OWN_FAULT.test(code) ? 'poisoned' : 'away';
}

function stateFault(state: string, error: Error): BatchFault {
  if (AGAIN_STATE.test(state) || isMissingPartition(error)) return 'again';
  return POISON_STATE.test(state) ? 'poisoned' : 'away';
}

/** Whether a row found no partition of its month: it was dropped since this process looked. */
export function isMissingPartition(error: unknown): boolean {
  return isNativeError(error) && /no partition of relation/.test(error.message);
}
