import type { TestDatabase } from '@tenon/testing';

/** Every form in which a secret would stand in a row's text if it were kept: as it is, its letters as bytes, and the bytes that it spells. */
function formsOf(secret: string): string[] {
  return [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret, 'base64url').toString('hex')];
}

/** The tables in which a secret stands, in whatever form; none where only digests are kept. */
export async function tablesKeeping(database: TestDatabase, secret: string, tables: readonly string[]): Promise<string[]> {
  const rowsOf = async (table: string): Promise<string> => (await database.sql<{ text: string }>(`SELECT t::text AS text FROM ${table} t`)).map(({ text }) => text).join('\n');
  const texts = await Promise.all(tables.map(async (table) => [table, await rowsOf(table)] as const));
  for (const [table, text] of texts) if (text === '') throw new Error(`${table} has no row to look at.`);
  return texts.flatMap(([table, text]) => (formsOf(secret).some((form) => text.includes(form)) ? [table] : []));
}
