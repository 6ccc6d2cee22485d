import { toAppError } from '@tenon/kernel';
import type pg from 'pg';
import { databaseUnavailable, isDatabaseAway } from './away.js';
import type { OpenTransaction } from './open-transaction.js';

/**
 * Runs `work` in a transaction on a connection of the pool, and commits.
 * @throws AppError (unavailable) DB.UNAVAILABLE when the database cannot be reached; nothing was committed, unless it
 *   went away during COMMIT itself, when the caller cannot know and must be able to repeat. DB.FULL when its disk has no room;
 *   nothing was committed.
 */
export async function runTransaction<T>(pool: pg.Pool, openOn: (client: pg.PoolClient) => OpenTransaction, work: (open: OpenTransaction) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw toTyped(error);
  });
  // While it is ours the pool does not listen, and a connection that breaks between two queries would end the process.
  client.on('error', ignore);
  const open = openOn(client);
  try {
    // Awaited: a promise of Prisma's is lazy and runs its query only when somebody waits for it.
    const result = await work(open);
    await open.end();
    letGo(client);
    return result;
  } catch (error) {
    throw toTyped(await giveUp(client, open, error));
  }
}

/** The next query says it too, to somebody who can act on it. */
function ignore(): void {}

function letGo(client: pg.PoolClient, fault?: Error | true): void {
  client.removeListener('error', ignore);
  client.release(fault);
}

/** @returns what to say went wrong */
async function giveUp(client: pg.PoolClient, open: OpenTransaction, error: unknown): Promise<unknown> {
  try {
    const first = await open.abandon(error);
    letGo(client);
    return first;
  } catch (fault) {
    // The connection is broken: it must not go back into the pool.
    letGo(client, fault instanceof Error ? fault : true);
    return error;
  }
}

/** Database errors keep their SQLSTATE for repositories that translate them; the rest become typed. */
function toTyped(error: unknown): unknown {
  if (isDatabaseAway(error)) return databaseUnavailable(error);
  return error instanceof Error ? error : toAppError(error);
}
