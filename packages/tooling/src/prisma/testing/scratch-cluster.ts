import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startPostgres } from '../../postgres/index.mjs';

/** A PostgreSQL of a test's own, gone with it: these tests create databases and roles, and break connections. */
export interface ScratchCluster {
  /** The server's account can read what is in here, given the right mode. */
  readonly folder: string;
  /** A name nobody has used, and its address; the database is not created. */
  newDatabaseUrl(): string;
  /** Runs one statement there as superuser. */
  sql<Row extends pg.QueryResultRow>(url: string, text: string, params?: unknown[]): Promise<Row[]>;
  /** The same, in the database `postgres`. */
  admin<Row extends pg.QueryResultRow>(text: string, params?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

async function sql<Row extends pg.QueryResultRow>(url: string, text: string, params: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, params)).rows;
  } finally {
    await client.end();
  }
}

export async function startScratchCluster(): Promise<ScratchCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'prisma-engine-'));
  await chmod(folder, 0o755); // as root, PostgreSQL runs as somebody else, who must get in
  const postgres = await startPostgres({ dataDir: folder, isDurable: false });
  return {
    folder,
    newDatabaseUrl: () => postgres.urlFor(`t_${randomBytes(6).toString('hex')}`),
    sql,
    admin: (text, params) => sql(postgres.superuserUrl, text, params),
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
