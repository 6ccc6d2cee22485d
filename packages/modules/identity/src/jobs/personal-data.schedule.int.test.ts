import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool, openDatabase, type Database } from '@tenon/db';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import type pg from 'pg';
import { PersonalDataSchedule } from './personal-data.schedule.js';

const log = createLog({ name: 'test', level: 'silent' });
let test: TestDatabase;
let db: Database;
let pool: pg.Pool;
beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log });
  pool = createPool({ databaseUrl: test.databaseUrl, role: 'tenon_auth', searchPath: 'auth', max: 2 });
});
guardBystander({ database: () => test });
afterAll(async () => {
  await pool.end();
  await db.close();
  await test.close();
});

/** What is left of rows that were given names. */
const left = async (): Promise<string[]> =>
  (
    await test.sql<{ name: string }>(
      `SELECT subject AS name FROM mail_message WHERE subject LIKE '% mail' UNION ALL SELECT inviter_name FROM invitation WHERE inviter_name LIKE '% invitation' UNION ALL SELECT token FROM auth.session WHERE token LIKE '% session'
       UNION ALL SELECT identifier FROM auth.verification UNION ALL SELECT convert_from(digest, 'UTF8') FROM auth.known_device WHERE convert_from(digest, 'UTF8') LIKE '% browser' UNION ALL SELECT key FROM auth.attempt WHERE key LIKE '% attempt' ORDER BY 1`,
    )
  ).map(({ name }) => name);

describe('what is kept of people', () => {
  it('is deleted when its time is over, by two workers at once, and not before', async () => {
    await test.sql(`INSERT INTO mail_message (id, recipient, subject, body, written_at) VALUES (gen_random_uuid(), 'a@example.com', 'old mail', '', now() - interval '91 days'), (gen_random_uuid(), 'a@example.com', 'new mail', '', now() - interval '89 days')`);
    const [company] = await test.sql<{ id: string }>(`INSERT INTO tenant (id, name) VALUES (gen_random_uuid(), 'Works') RETURNING id`);
    const invite = (name: string, expires: string, accepted: string | null): Promise<unknown> =>
      test.sql(
        `INSERT INTO invitation (tenant_id, id, email, role, language, invited_by, inviter_name, expires_at, accepted_at, accepted_by)
         VALUES ($1, gen_random_uuid(), $2 || '@example.com', 'viewer', 'zh-CN', gen_random_uuid(), $2 || ' invitation', now() - $3::interval, $4, CASE WHEN $4::timestamptz IS NOT NULL THEN gen_random_uuid() END)`,
        [company!.id, name, expires, accepted],
      );
    await invite('old', '91 days', null);
    await invite('new', '89 days', null);
    await invite('accepted', '400 days', '2026-01-01T00:00:00Z');
    const [person] = await test.sql<{ id: string }>(`INSERT INTO auth."user" (name, email, "emailVerified") VALUES ('a', 'a@example.com', true) RETURNING id`);
    for (const [name, after] of [['old', '-1 second'], ['new', '1 hour']] as const) {
      await test.sql(`INSERT INTO auth.session (token, "userId", "expiresAt", "updatedAt") VALUES ($1 || ' session', $2, now() + $3::interval, now())`, [name, person!.id, after]);
      await test.sql(`INSERT INTO auth.verification (identifier, value, "expiresAt") VALUES ($1 || ' link', $2, now() + $3::interval)`, [name, person!.id, after]);
      await test.sql(`INSERT INTO auth.known_device (user_id, digest, last_used_at) VALUES ($2, convert_to($1 || ' browser', 'UTF8'), now() - interval '400 days' + $3::interval)`, [name, person!.id, after]);
      await test.sql(`INSERT INTO auth.attempt (key, expire) VALUES ($1 || ' attempt', (extract(epoch FROM now() + $2::interval) * 1000)::bigint)`, [name, after]);
    }
    const worker = (): Promise<void> => new PersonalDataSchedule(db.system, pool, log).execute();
    await Promise.all([worker(), worker()]);
    expect(await left()).toEqual(['accepted invitation', 'new attempt', 'new browser', 'new invitation', 'new link', 'new mail', 'new session']);
  });
});
