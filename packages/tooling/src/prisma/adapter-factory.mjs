// @ts-check
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { repairAdapter } from './adapter-repairs.mjs';
import { dropDatabaseWith, withClient } from './database-admin.mjs';
import { logEngineError } from './engine-log.mjs';

/**
 * @typedef {import('@prisma/driver-adapter-utils').SqlDriverAdapter} SqlDriverAdapter
 * @typedef {import('@prisma/driver-adapter-utils').SqlMigrationAwareDriverAdapterFactory} AdapterFactory
 * @typedef {import('./connection-url.mjs').Connection} Connection
 */

/**
 * Opens the engine's connections and answers for all of them: the engine leaves some open, and on an error the shadow database too.
 * @implements {AdapterFactory}
 */
export class EngineAdapterFactory {
  /** @type {AdapterFactory['provider']} */
  provider = 'postgres';
  adapterName = '@prisma/adapter-pg';
  /** @type {Set<() => Promise<void>>} */
  #closers = new Set();
  /** @type {Set<string>} */
  #shadowDatabases = new Set();
  #connection;
  #hasShadowUrl;

  /**
   * @param {Connection} connection
   * @param {boolean} hasShadowUrl prisma.config.ts names a shadow database
   */
  constructor(connection, hasShadowUrl) {
    this.#connection = connection;
    this.#hasShadowUrl = hasShadowUrl;
  }

  /** @returns {Promise<SqlDriverAdapter>} */
  connect() {
    return this.#open(this.#connection.config.database);
  }

  /**
   * An empty database beside the real one, dropped when the engine lets go of it.
   * adapter-pg's own version spreads `database` over its settings, and a connection string among these would win: the shadow's
   * SQL would run on the real database. It also drops the database while its own pool is still connected, which PostgreSQL refuses.
   * @returns {Promise<SqlDriverAdapter>}
   */
  async connectToShadowDb() {
    if (this.#hasShadowUrl) throw new Error(NO_SHADOW_URL);
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    this.#shadowDatabases.add(database);
    await withClient(this.#connection.config, (client) => client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`));
    return this.#open(database);
  }

  /** Closes what is still open and drops the shadow databases. What resists is logged: by now the answer is known. */
  async closeAll() {
    const outcomes = await Promise.allSettled([...this.#closers].map((close) => close()));
    for (const outcome of outcomes) if (outcome.status === 'rejected') logEngineError(String(outcome.reason));
    await this.dropShadowDatabases();
  }

  /** For when the process is about to end and its connections with it: a shadow database would stay behind. */
  async dropShadowDatabases() {
    const drops = [...this.#shadowDatabases].map((database) => this.#dropShadow(database));
    for (const outcome of await Promise.allSettled(drops)) if (outcome.status === 'rejected') logEngineError(String(outcome.reason));
  }

  /** @param {string} database */
  async #dropShadow(database) {
    if (!this.#shadowDatabases.has(database)) return;
    await withClient(this.#connection.config, (client) => dropDatabaseWith(client, database));
    this.#shadowDatabases.delete(database); // only now: a signal in between must find it
  }

  /** @param {string} database */
  async #open(database) {
    const { config, schema } = this.#connection;
    // idleTimeoutMillis 0: a pooled connection closed for idleness would take the engine's advisory lock with it.
    const adapter = repairAdapter(await new PrismaPg({ ...config, database, idleTimeoutMillis: 0 }, { schema }).connect());
    const { dispose } = adapter;
    const close = once(async () => {
      // Bounded: the pool's end waits for every client to be given back, and a failed engine may have kept one.
      await Promise.race([dispose.call(adapter), sleep(CLOSE_TIMEOUT_MS)]);
      this.#closers.delete(close);
      await this.#dropShadow(database);
    });
    this.#closers.add(close);
    adapter.dispose = close;
    await this.#ensureSchema(adapter);
    return adapter;
  }

  /**
   * `?schema=x` may name a schema that is not there yet; the native engine creates it on connecting.
   * @param {SqlDriverAdapter} adapter
   */
  async #ensureSchema(adapter) {
    const { schema } = this.#connection;
    if (schema === undefined) return;
    // IF NOT EXISTS alone would ask for the right to create even where there is nothing to do.
    const query = { sql: 'SELECT 1 FROM pg_namespace WHERE nspname = $1', args: [schema], argTypes: [TEXT_ARGUMENT] };
    const { rows } = await adapter.queryRaw(query);
    if (rows.length === 0) await adapter.executeScript(`CREATE SCHEMA IF NOT EXISTS "${schema.replaceAll('"', '""')}"`);
  }
}

const CLOSE_TIMEOUT_MS = 2_000;

/** The wasm engine takes a shadow database to be empty, and emptying one by its address is not a thing to do unasked. */
const NO_SHADOW_URL = 'datasource.shadowDatabaseUrl is not supported: leave it out, and give the database role CREATEDB.';

/** @type {import('@prisma/driver-adapter-utils').ArgType} */
const TEXT_ARGUMENT = { scalarType: 'string', arity: 'scalar' };

/**
 * @param {() => Promise<void>} work
 * @returns {() => Promise<void>} does the work on its first call; later calls wait for that one
 */
function once(work) {
  /** @type {Promise<void> | undefined} */
  let running;
  return () => (running ??= work());
}
