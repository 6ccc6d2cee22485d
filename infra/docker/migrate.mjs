// @ts-check
/** Brings the database that DATABASE_URL names to this version's tables. Repeating it changes nothing; several at once wait for each other. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrateDeploy } from '../../packages/tooling/src/prisma/migrate.mjs';

const databaseUrl = process.env.DATABASE_URL;
const repository = fileURLToPath(new URL('../..', import.meta.url));
const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);

if (databaseUrl) {
  try {
    const { applied } = await migrateDeploy({ databaseUrl, cwd: repository, migrationsDir: path.join(repository, 'prisma/migrations'), onLine: say });
    say(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
} else {
  say('DATABASE_URL is not set.');
  process.exitCode = 1;
}
