import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { bug } from '@tenon/kernel';

/** The connection to which Prisma's queries go on this asynchronous path. */
const current = new AsyncLocalStorage<pg.PoolClient>();
let asking = 0;

/**
 * Sends what `ask` asks of Prisma to this connection. The storage is put out when nobody asks: until Node 24 one
 * that is in use makes every promise of the process dearer (decision 16).
 */
export async function askOn<T>(client: pg.PoolClient, ask: () => Promise<T>): Promise<T> {
  asking += 1;
  try {
    return await current.run(client, ask);
  } finally {
    asking -= 1;
    if (asking === 0) current.disable();
  }
}

function clientOrThrow(): pg.PoolClient {
  const client = current.getStore();
  if (!client) throw bug('DB.OUTSIDE_TRANSACTION', 'A query ran outside a transaction.');
  return client;
}

/** Prisma opens a transaction of its own for nested writes; inside ours it becomes a savepoint. */
const SAVEPOINTS: Readonly<Record<string, string>> = {
  BEGIN: 'SAVEPOINT prisma_nested',
  COMMIT: 'RELEASE SAVEPOINT prisma_nested',
  ROLLBACK: 'ROLLBACK TO SAVEPOINT prisma_nested',
};

function withSavepoints(query: unknown): unknown {
  if (typeof query === 'string') return SAVEPOINTS[query] ?? query;
  if (typeof query === 'object' && query !== null && 'text' in query && typeof query.text === 'string') {
    return { ...query, text: SAVEPOINTS[query.text] ?? query.text };
  }
  return query;
}

/**
 * A pool with no connections of its own: whatever Prisma asks of it goes to the transaction that asks. So Prisma and plain SQL share one transaction, one tenant and one connection, and a Prisma call
 * outside a transaction fails instead of running unbound.
 */
export class RoutedPool extends pg.Pool {
  constructor() {
    super({ max: 1 });
  }

  // pg's overloads cannot be restated; the adapter only awaits the result.
  override query = ((...args: unknown[]) => Reflect.apply(clientOrThrow().query, clientOrThrow(), args)) as unknown as pg.Pool['query'];

  override connect = (() => {
    const client = clientOrThrow();
    const facade = {
      query: (query: unknown, ...rest: unknown[]): unknown => Reflect.apply(client.query, client, [withSavepoints(query), ...rest]),
      release: (): void => undefined,
      on: (): void => undefined,
      removeListener: (): void => undefined,
    };
    return Promise.resolve(facade);
  }) as unknown as pg.Pool['connect'];
}
