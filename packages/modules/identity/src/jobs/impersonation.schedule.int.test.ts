import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@tenon/db';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { ImpersonationSchedule } from './impersonation.schedule.js';

const log = createLog({ name: 'test', level: 'silent' });
let test: TestDatabase;
let db: Database;
let company: string;
beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log });
  company = randomUUID();
  await test.sql('INSERT INTO tenant (id, name) VALUES ($1, $2)', [company, '宝山冲压']);
});
guardBystander({ database: () => test });
afterAll(async () => {
  await db.close();
  await test.close();
});

/** A look that began ten minutes ago, by somebody with this role now; for how many minutes. */
async function look({ role, minutes, mayWrite = false }: { role: string | null; minutes: number; mayWrite?: boolean }): Promise<string> {
  const [id, staff] = [randomUUID(), randomUUID()];
  if (role) await test.sql('INSERT INTO platform_staff (user_id, role) VALUES ($1, $2)', [staff, role]);
  await test.sql(
    `INSERT INTO impersonation (tenant_id, id, staff_id, staff_email, session_id, reason, may_write, began_at, ends_at, operations)
     VALUES ($1, $2, $3, 'office@example.com', gen_random_uuid(), 'Ticket 4711', $4, now() - interval '10 minutes', now() - interval '10 minutes' + $5 * interval '1 minute', '{"devices":2}')`,
    [company, id, staff, mayWrite, minutes],
  );
  return id;
}

describe('looks that are over', () => {
  it('are told of once, by two workers at once, and those that last are left alone', async () => {
    const over = await look({ role: 'support', minutes: 5 });
    const demoted = await look({ role: 'review', minutes: 15 });
    const gone = await look({ role: null, minutes: 15 });
    const noLongerRoot = await look({ role: 'support', minutes: 15, mayWrite: true });
    await look({ role: 'support', minutes: 15 });
    await look({ role: 'root', minutes: 15, mayWrite: true });
    await Promise.all([new ImpersonationSchedule(db.system, log).execute(), new ImpersonationSchedule(db.system, log).execute()]);
    const told = await test.sql<{ id: string; by: string; asked: object }>(`SELECT details->>'impersonationId' AS id, details->>'endedBy' AS by, details->'operations' AS asked FROM audit_entry WHERE tenant_id = $1 AND action = 'impersonation.ended'`, [company]);
    const byId = (lines: readonly { id: string }[]) => [...lines].sort((one, other) => one.id.localeCompare(other.id));
    expect(byId(told)).toEqual(byId([{ id: over, by: 'time' }, { id: demoted, by: 'role' }, { id: gone, by: 'role' }, { id: noLongerRoot, by: 'role' }].map((line) => ({ ...line, asked: { devices: 2 } }))));
    expect(await test.sql(`SELECT count(*)::int AS count FROM outbox WHERE tenant_id = $1 AND payload->>'kind' = 'impersonation.ended'`, [company])).toEqual([{ count: 4 }]);
    expect(await test.sql(`SELECT count(*)::int AS count FROM impersonation WHERE tenant_id = $1 AND ended_at IS NULL`, [company])).toEqual([{ count: 2 }]);
  });
});
