import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { testDatabase, type TestDatabase } from './test-database.js';

const FOLDER = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));
const MIGRATIONS = readdirSync(FOLDER).filter((name) => /^\d{14}_/.test(name)).sort();

/** A database as it was before one migration, to be brought on from there. */
export interface DatabaseOfBefore {
  readonly test: TestDatabase;
  /** Runs that migration and all that came after it. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

/** Makes a database as releases before this migration left it. @param migration its folder's name */
export async function databaseOfBefore(migration: string): Promise<DatabaseOfBefore> {
  const test = await testDatabase();
  await test.sql('DROP SCHEMA public CASCADE');
  await test.sql('DROP SCHEMA IF EXISTS auth, bullmq CASCADE');
  await test.sql('CREATE SCHEMA public AUTHORIZATION tenon');
  await test.sql('CREATE EXTENSION pg_trgm');
  const login = new pg.Client({ connectionString: test.databaseUrl });
  await login.connect();
  const apply = async (names: readonly string[]): Promise<void> => {
    for (const name of names) await login.query(readFileSync(path.join(FOLDER, name, 'migration.sql'), 'utf8'));
  };
  await apply(MIGRATIONS.filter((name) => name < migration));
  return {
    test,
    migrate: () => apply(MIGRATIONS.filter((name) => name >= migration)),
    close: async () => {
      await login.end();
      await test.close();
    },
  };
}
