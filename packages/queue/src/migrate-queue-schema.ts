import { runMigrations } from 'bullmq';
import pg from 'pg';
import { roleConfig } from '@tenon/db';

const SCHEMA = 'bullmq';

/**
 * Brings BullMQ's own schema up to date; safe from several processes at once, and quick when there is nothing to do.
 * Our migrations have made the schema itself: its role may create in it, but no schemas, and PostgreSQL would refuse even
 * the CREATE SCHEMA IF NOT EXISTS that has nothing to create. So that one statement is left out.
 */
export async function migrateQueueSchema(databaseUrl: string): Promise<void> {
  const client = new pg.Client(roleConfig({ databaseUrl, role: 'tenon_queue' }));
  await client.connect();
  const query = (text: string, params?: unknown[]): unknown => (text.startsWith('CREATE SCHEMA') ? Promise.resolve({ rows: [] }) : client.query(text, params));
  try {
    await runMigrations({ query } as never, SCHEMA);
  } finally {
    await client.end();
  }
}
