import pg from 'pg';
import type { TestDatabase } from '../test-database.js';

/** The rows of one company by table, each as JSON text, in a fixed order. */
export type CompanyRows = Readonly<Record<string, readonly string[]>>;

/** Columns by which a row belongs to a company; `tenant` itself does by its id. */
const OWNING = ['tenant_id', 'publisher_tenant_id'];

interface OwnedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Every table that holds rows of companies, as the database's own catalogue says: a new table needs no line here. */
export async function companyTables(database: TestDatabase): Promise<OwnedTable[]> {
  const tables = await database.sql<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attname DESC) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT a.attisdropped AND a.attname = ANY ($1)
     GROUP BY c.relname ORDER BY c.relname`,
    [OWNING],
  );
  return [{ name: 'tenant', columns: ['id'] }, ...tables];
}

/** The question after all rows of a company, one for each database: its tables stay as its migrations made them, and it is asked after each test. */
const questions = new WeakMap<TestDatabase, Promise<{ names: readonly string[]; text: string }>>();

async function questionFor(database: TestDatabase): Promise<{ names: readonly string[]; text: string }> {
  const tables = await companyTables(database);
  const parts = tables.map(({ name, columns }) => `SELECT '${name}' AS name, to_jsonb(t)::text AS row FROM ${name} t WHERE ${columns.map((column) => `t.${column} = $1`).join(' OR ')}`);
  return { names: tables.map(({ name }) => name), text: `${parts.join(' UNION ALL ')} ORDER BY 1, 2` };
}

/** As {@link rowsOfCompany}, over a connection of its own: also where the suite has closed its database already. */
export async function rowsOfCompanyAnew(database: TestDatabase, tenantId: string): Promise<CompanyRows> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    return await rowsOfCompany({ ...database, sql: async <Row extends pg.QueryResultRow>(text: string, params: unknown[] = []) => (await client.query<Row>(text, params)).rows }, tenantId);
  } finally {
    await client.end();
  }
}

/** All there is of a company, read past every lock. */
export async function rowsOfCompany(database: TestDatabase, tenantId: string): Promise<CompanyRows> {
  const question = questions.get(database) ?? questionFor(database);
  questions.set(database, question);
  const { names, text } = await question;
  const found = Object.fromEntries(names.map((name): [string, string[]] => [name, []]));
  for (const { name, row } of await database.sql<{ name: string; row: string }>(text, [tenantId], 'rows of a company')) found[name]?.push(row);
  return found;
}
