// @ts-check
import { join } from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';
import { withAdvisoryLock } from './advisory-lock.mjs';
import { resolveConnection } from './connection-url.mjs';
import { createDatabase, databaseExists, errorCode, withClient } from './database-admin.mjs';
import { listMigrations } from './migrations-folder.mjs';
import { runPrisma } from './run-prisma.mjs';

const LOCK_NAME = 'prisma-migrate-deploy';
/** A deploy beside this one may be busy with a large table. */
const LOCK_TIMEOUT_MS = 10 * 60_000;

/** invalid_catalog_name, undefined_table: nothing has been applied to what is not there. */
const NOTHING_APPLIED = ['3D000', '42P01'];

/** Prisma's CLI did not apply the migrations; `output` is all that it said. */
export class MigrationError extends Error {
  /** @override */
  name = 'MigrationError';

  /**
   * @param {string} message
   * @param {string} output
   */
  constructor(message, output) {
    super(`${message}\n${output}`);
    this.output = output;
  }
}

/**
 * Which migrations of the folder the database lacks, a failed one included: one connection, one query, no CLI.
 * A missing database or an empty one lacks all of them.
 * @param {{ databaseUrl: string, migrationsDir: string }} options
 * @returns {Promise<string[]>} names, in the order they would be applied
 */
export async function pendingMigrations({ databaseUrl, migrationsDir }) {
  const [names, applied] = await Promise.all([listMigrations(migrationsDir), appliedMigrations(databaseUrl)]);
  return names.filter((name) => !applied.has(name));
}

/**
 * @param {string} databaseUrl
 * @returns {Promise<Set<string>>}
 */
async function appliedMigrations(databaseUrl) {
  const { config } = await resolveConnection(databaseUrl);
  try {
    const { rows } = await withClient(config, (client) => client.query(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    ));
    return new Set(rows.map((row) => row.migration_name));
  } catch (error) {
    if (NOTHING_APPLIED.includes(errorCode(error))) return new Set();
    throw error;
  }
}

/**
 * Brings the database up to the folder, creating it if need be. Does nothing, fast, where nothing is pending.
 * Several at once are safe: one applies, the others wait for it and find nothing left to do.
 * @param {object} options
 * @param {string} options.databaseUrl of a role that may create what the migrations create; not behind a transaction pooler
 * @param {string} [options.cwd] the folder of prisma.config.ts; default: this repository
 * @param {string} [options.migrationsDir] the folder that prisma.config.ts names; default: `<cwd>/prisma/migrations`
 * @param {(line: string) => void} [options.onLine] each line the CLI prints
 * @returns {Promise<{ applied: string[] }>} names of the migrations that this call applied
 * @throws {MigrationError} a migration failed, or one that failed earlier is in the way
 */
export async function migrateDeploy({ databaseUrl, cwd = REPOSITORY, migrationsDir = join(cwd, 'prisma/migrations'), onLine }) {
  const check = () => pendingMigrations({ databaseUrl, migrationsDir });
  if ((await check()).length === 0) return { applied: [] };
  if (!(await databaseExists(databaseUrl))) await createDatabase(databaseUrl);
  const { config } = await resolveConnection(databaseUrl);
  return withClient(config, (client) => withAdvisoryLock(client, LOCK_NAME, LOCK_TIMEOUT_MS, async () => {
    const pending = await check(); // again: whoever held the lock before has applied them
    if (pending.length === 0) return { applied: [] };
    const { exitCode, output } = await runPrisma(['migrate', 'deploy'], { databaseUrl, cwd, onLine });
    if (exitCode !== 0) throw new MigrationError(`prisma migrate deploy ended with exit code ${exitCode}.`, output);
    // The exit code alone is not believed: it has been 0 for a deploy that stopped half-way, and for another folder's.
    const left = await check();
    if (left.length > 0) throw new MigrationError(`prisma migrate deploy left unapplied: ${left.join(', ')}.`, output);
    return { applied: pending };
  }));
}
