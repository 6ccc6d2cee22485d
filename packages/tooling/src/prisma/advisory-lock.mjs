// @ts-check
import { setTimeout as sleep } from 'node:timers/promises';

const RETRY_EVERY_MS = 200;

/**
 * Runs `work` while this session holds the named advisory lock of its database.
 * Asks again and again instead of waiting inside PostgreSQL: a waiting statement keeps a snapshot, and a
 * CREATE INDEX CONCURRENTLY in the holder's migration would wait for that snapshot, and so for ever.
 * @template T
 * @param {import('pg').Client} client a session of its own, not one behind a transaction pooler
 * @param {string} name
 * @param {number} timeoutMs
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {Error} somebody else held the lock for the whole of `timeoutMs`
 */
export async function withAdvisoryLock(client, name, timeoutMs, work) {
  const deadline = Date.now() + timeoutMs;
  while (!(await tryLock(client, name))) {
    if (Date.now() >= deadline) throw new Error(`The lock "${name}" was not free within ${timeoutMs / 1000} s.`);
    await sleep(RETRY_EVERY_MS);
  }
  try {
    return await work();
  } finally {
    await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]);
  }
}

/**
 * @param {import('pg').Client} client
 * @param {string} name
 * @returns {Promise<boolean>}
 */
async function tryLock(client, name) {
  const { rows } = await client.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked', [name]);
  return rows[0].locked;
}
