import { expect } from '@jest/globals';
import type { TestDatabase } from '@tenon/testing';
import pg from 'pg';
import { eventually } from './eventually.js';

/** Holds every commit of telemetry up until released; `untilStalled` resolves when a batch is seen to wait. */
export async function holdCommits(db: TestDatabase): Promise<{ untilStalled: () => Promise<void>; release: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: db.superuserUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE telemetry IN ACCESS EXCLUSIVE MODE');
  return {
    untilStalled: () => eventually(async () => expect(await db.sql(`SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'telemetry'::regclass`)).not.toEqual([])),
    release: async () => {
      await client.query('ROLLBACK');
      await client.end();
    },
  };
}
