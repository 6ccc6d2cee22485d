// @ts-check
import pg from 'pg';
import { resolveConnection } from './connection-url.mjs';

/** @typedef {import('./connection-url.mjs').ConnectionConfig} ConnectionConfig */

/** Where CREATE and DROP DATABASE are run from: the one is conventional, the other cannot be missing. */
const MAINTENANCE_DATABASES = ['postgres', 'template1'];

const NO_SUCH_DATABASE = '3D000';
/** duplicate_database; or unique_violation in pg_database, when two sessions create it at one moment. */
const ALREADY_THERE = ['42P04', '23505'];

/**
 * @template T
 * @param {ConnectionConfig} config
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(config, work) {
  const client = new pg.Client(config);
  client.on('error', () => {}); // a connection lost between queries: the next query reports it, an unheard event would end the process
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Creates the URL's database; that it exists already, even since a moment, is success.
 * @param {string} url
 * @returns {Promise<string>} the database's name
 */
export async function createDatabase(url) {
  const { config } = await resolveConnection(url);
  await withMaintenanceClient(config, async (client) => {
    try {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(config.database)}`);
    } catch (error) {
      if (!ALREADY_THERE.includes(errorCode(error))) throw error;
    }
  });
  return config.database;
}

/**
 * Drops the URL's database and whoever is connected to it.
 * @param {string} url
 */
export async function dropDatabase(url) {
  const { config } = await resolveConnection(url);
  await withMaintenanceClient(config, (client) => dropDatabaseWith(client, config.database));
}

/**
 * @param {pg.Client} client
 * @param {string} database
 */
export async function dropDatabaseWith(client, database) {
  await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`);
}

/**
 * @param {string} url
 * @returns {Promise<boolean>} false where the server answers and has no such database
 */
export async function databaseExists(url) {
  const { config } = await resolveConnection(url);
  try {
    await withClient(config, async () => {});
    return true;
  } catch (error) {
    if (errorCode(error) === NO_SUCH_DATABASE) return false;
    throw error;
  }
}

/**
 * @param {ConnectionConfig} config
 * @param {(client: pg.Client) => Promise<void>} work
 */
async function withMaintenanceClient(config, work) {
  for (const database of MAINTENANCE_DATABASES) {
    try {
      return await withClient({ ...config, database }, work);
    } catch (error) {
      const isMissing = errorCode(error) === NO_SUCH_DATABASE && database !== MAINTENANCE_DATABASES.at(-1);
      if (!isMissing) throw error;
    }
  }
}

/** @param {unknown} error */
export function errorCode(error) {
  return String(/** @type {{ code?: unknown } | null} */ (error)?.code ?? '');
}
