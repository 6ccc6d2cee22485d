import { toAppError, unavailable } from '@tenon/kernel';
import type pg from 'pg';
import { isDatabaseAway } from './away.js';
import { currentClient } from './routed-pool.js';

/**
 * Opens a transaction with `begin`, which also sets the tenant in the same round trip, runs `work` on it, and commits.
 * @throws AppError (unavailable) DB.UNAVAILABLE when the database cannot be reached; nothing was committed, unless it
 *   went away during COMMIT itself, when the caller cannot know and must be able to repeat.
 */
export async function runTransaction<T>(pool: pg.Pool, begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  let client: pg.PoolClient | undefined;
  try {
    client = await pool.connect();
    // While it is ours the pool does not listen, and a connection that breaks between two queries would end the process.
    client.on('error', ignore);
    const held = client;
    await held.query(begin);
    // Awaited within: a promise of Prisma's is lazy and runs its query only when somebody waits for it.
    const result = await currentClient.run(held, async () => await work(held));
    await held.query('COMMIT');
    letGo(held);
    return result;
  } catch (error) {
    await abandon(client);
    if (isDatabaseAway(error)) throw unavailable('DB.UNAVAILABLE', 'The database cannot be reached just now.');
    throw toTyped(error);
  }
}

/** The next query says it too, to somebody who can act on it. */
function ignore(): void {}

function letGo(client: pg.PoolClient, fault?: Error | true): void {
  client.removeListener('error', ignore);
  client.release(fault);
}

async function abandon(client: pg.PoolClient | undefined): Promise<void> {
  if (!client) return;
  try {
    await client.query('ROLLBACK');
    letGo(client);
  } catch (error) {
    // The connection is broken: it must not go back into the pool.
    letGo(client, error instanceof Error ? error : true);
  }
}

/** Database errors keep their SQLSTATE for repositories that translate them; the rest become typed. */
function toTyped(error: unknown): unknown {
  return error instanceof Error ? error : toAppError(error);
}
