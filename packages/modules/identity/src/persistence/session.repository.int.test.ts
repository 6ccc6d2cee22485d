import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool } from '@tenon/db';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import type pg from 'pg';
import { findSessions } from './session.repository.js';

let test: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  test = await testDatabase();
  pool = createPool({ databaseUrl: test.databaseUrl, role: 'tenon_auth' });
});
guardBystander({ database: () => test });
afterAll(async () => {
  await pool.end();
  await test.close();
});

const begin = (token: string, expires: string): Promise<unknown> =>
  test.sql(
    `WITH person AS (INSERT INTO auth."user" (name, email, "emailVerified") VALUES ($1, $1 || '@example.com', true) RETURNING id)
     INSERT INTO auth.session (token, "userId", "expiresAt", "updatedAt") SELECT $1, id, now() + $2::interval, now() FROM person`,
    [token, expires],
  );

it('those that are asked together are told by their tokens; what is none, or is over, is left out', async () => {
  await begin('session-one', '1 hour');
  await begin('session-two', '1 hour');
  await begin('session-over', '-1 second');
  const found = await findSessions(pool, ['no-session', 'session-two', 'session-over', 'session-one', 'session-two']);
  expect([...found].map(([token, { email }]) => [token, email]).sort()).toEqual([
    ['session-one', 'session-one@example.com'],
    ['session-two', 'session-two@example.com'],
  ]);
});
