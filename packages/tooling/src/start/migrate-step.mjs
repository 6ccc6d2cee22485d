// @ts-check
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';

const MIGRATIONS = path.join(REPOSITORY, 'prisma', 'migrations');

/**
 * Brings the database to this version's tables.
 * @param {{ databaseUrl: string, step: import('../cli/terminal.mjs').Step, signal: AbortSignal }} options
 */
export async function migrateDatabase({ databaseUrl, step, signal }) {
  // Loaded late: it needs npm packages.
  const { migrateDeploy, pendingMigrations } = await import('../prisma/migrate.mjs');
  try {
    const pending = await pendingMigrations({ databaseUrl, migrationsDir: MIGRATIONS });
    if (pending.length === 0) return step.done('up to date');
    step.note(`${pending.length} to apply`);
    await migrateDeploy({ databaseUrl, migrationsDir: MIGRATIONS, onLine: step.note });
    step.done(`${pending.length} applied`);
  } catch (cause) {
    step.fail('failed');
    signal.throwIfAborted();
    throw new Problem(`The database could not be brought up to date: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
