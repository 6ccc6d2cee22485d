// @ts-check
import pg from 'pg';
import { readRecord } from '../postgres/cluster-record.mjs';

/**
 * Asks the PostgreSQL of a data folder past every lock.
 * @template T
 * @param {string} dataDir
 * @param {(client: pg.Client) => Promise<T>} ask
 * @param {string} [database]
 */
export async function asSuperuser(dataDir, ask, database = 'tenon') {
  const { port, passwords } = readRecord(dataDir) ?? { port: 0, passwords: /** @type {Record<string, string>} */ ({}) };
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: passwords['postgres'] ?? '', database });
  // A server that ends says so here as well as to whoever asks.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
