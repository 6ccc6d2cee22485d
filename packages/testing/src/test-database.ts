import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { testEnv } from './env.js';

/** A database of a test's own, cloned from the migrated template. */
export interface TestDatabase {
  /** For the processes and doors under test: an ordinary login, as at a managed PostgreSQL. */
  readonly databaseUrl: string;
  /** The database's own name, unique among tests. */
  readonly name: string;
  /** For the test to look past every lock. */
  readonly superuserUrl: string;
  /** Runs one statement as superuser; one with a name is planned once a connection. */
  sql<Row extends pg.QueryResultRow>(text: string, params?: unknown[], name?: string): Promise<Row[]>;
  /** Drops the database. */
  close(): Promise<void>;
}

function at(url: string, database: string, login?: { user: string; password: string }): string {
  const copy = new URL(url);
  copy.pathname = `/${database}`;
  if (login) Object.assign(copy, { username: login.user, password: login.password });
  return copy.toString();
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Clones the template into a new database; takes some 50 ms. */
export async function testDatabase(): Promise<TestDatabase> {
  const { adminUrl, template, login } = testEnv();
  const name = `tenon_t_${randomBytes(6).toString('hex')}`;
  // Copied as files: written through the log, as PostgreSQL would by itself, a clone costs eight times the work.
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${login.user} STRATEGY file_copy`);
  const superuserUrl = at(adminUrl, name);
  const pool = new pg.Pool({ connectionString: superuserUrl, max: 2 });
  // A server that goes down ends idle connections; that is not a fault of the test.
  pool.on('error', () => undefined);
  return {
    name,
    databaseUrl: at(adminUrl, name, login),
    superuserUrl,
    sql: async <Row extends pg.QueryResultRow>(text: string, params: unknown[] = [], name?: string) => (await pool.query<Row>({ text, values: params, ...(name && { name }) })).rows,
    // The database stays until its server's folder is removed as a whole: on some file systems making a file is dear
    // while many were removed a moment ago, and each database is a thousand of them.
    close: () => pool.end(),
  };
}
