import path from 'node:path';
import pg from 'pg';
import { recordedRoleUrl } from '../../packages/tooling/src/postgres/index.mjs';
import { platformFile } from './env.js';

/** Lets a journey at the platform's database as whoever operates it, for what nobody can bring about by a screen. */
export async function asOperator<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const url = recordedRoleUrl(path.dirname(platformFile()), 'tenon', 'tenon');
  if (url === null) throw new Error('The platform under test has no database of its own.');
  const client = new pg.Client(url);
  await client.connect();
  try {
    // Under the owner's role row-level security shows no row of any company.
    await client.query('SET ROLE tenon_system');
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}
