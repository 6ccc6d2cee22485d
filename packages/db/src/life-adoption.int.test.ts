import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { databaseOfBefore, type DatabaseOfBefore } from '@tenon/testing';

const [TRIAL, PAYING, LATER, SUSPENDED, SUSPENDED_PAYING, ABROAD] = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`) as [string, string, string, string, string, string];

let before: DatabaseOfBefore;
beforeAll(async () => {
  before = await databaseOfBefore('20261201100000_life');
  await before.test.sql(
    `INSERT INTO tenant (id, name, created_at, state, suspended_reason, suspended_at, time_zone) VALUES
      ($1, 'on trial for a year', now() - interval '1 year', 'active', NULL, NULL, 'Asia/Shanghai'), ($2, 'paying', now(), 'active', NULL, NULL, 'Asia/Shanghai'), ($3, 'agreed for later', now(), 'active', NULL, NULL, 'Asia/Shanghai'),
      ($4, 'suspended', now(), 'suspended', '资料不符', '2026-02-03T04:05:06Z', 'Asia/Shanghai'), ($5, 'suspended, paying', now(), 'suspended', '欠费', '2026-02-03T04:05:06Z', 'Asia/Shanghai'), ($6, 'abroad', now(), 'active', NULL, NULL, 'Pacific/Kiritimati')`,
    [TRIAL, PAYING, LATER, SUSPENDED, SUSPENDED_PAYING, ABROAD],
  );
  const chosen = `INSERT INTO plan_choice (tenant_id, id, plan, from_day, due_minor, withdrawn_at) VALUES ($1, gen_random_uuid(), $2, current_date + $3::int, 0, $4)`;
  for (const id of [PAYING, SUSPENDED_PAYING]) await before.test.sql(chosen, [id, 'starter', -90, null]);
  await before.test.sql(chosen, [LATER, 'standard', 20, null]);
  await before.test.sql(chosen, [TRIAL, 'standard', -20, new Date()]);
  await before.migrate();
});
afterAll(() => before.close());

it('every company there is has its standing: nobody is stopped by the day of the upgrade, and a suspension is the office’s', async () => {
  const rows = await before.test.sql(
    `SELECT t.name, t.state, t.suspended_because AS because, s.state = t.state AND s.because IS NOT DISTINCT FROM t.suspended_because AS "isSame", s.reason,
       s.since_day = (now() AT TIME ZONE t.time_zone)::date AS "beginsToday", s.held ->> 'state' AS held, (s.held ->> 'sinceDay')::int = (now() AT TIME ZONE t.time_zone)::date - DATE '1970-01-01' AS "heldBeginsToday",
       (SELECT array_agg(m.cause || ' ' || m.to_state ORDER BY m.move_no) FROM company_move m WHERE m.tenant_id = t.id) AS moves
     FROM tenant t JOIN company_standing s ON s.tenant_id = t.id ORDER BY t.id`,
  );
  const same = { because: null, isSame: true, reason: null, beginsToday: true, held: null, heldBeginsToday: null };
  const held = { state: 'suspended', because: 'office', isSame: true, beginsToday: true, heldBeginsToday: true, moves: ['upgraded suspended'] };
  expect(rows).toEqual([
    { ...same, name: 'on trial for a year', state: 'trial', moves: ['upgraded trial'] },
    { ...same, name: 'paying', state: 'active', moves: ['upgraded active'] },
    { ...same, name: 'agreed for later', state: 'trial', moves: ['upgraded trial'] },
    { ...held, name: 'suspended', reason: '资料不符', held: 'trial' },
    { ...held, name: 'suspended, paying', reason: '欠费', held: 'active' },
    { ...same, name: 'abroad', state: 'trial', moves: ['upgraded trial'] },
  ]);
});

it('whoever comes after begins with a trial on their first day, in both places', async () => {
  const [row] = await before.test.sql(
    `WITH made AS (INSERT INTO tenant (id, name, time_zone) VALUES (gen_random_uuid(), 'new', 'America/Adak') RETURNING id, state, time_zone) SELECT * FROM made`,
  );
  const { id } = row as { id: string };
  const [standing] = await before.test.sql(
    `SELECT s.state, t.state AS "readState", s.since_day = (now() AT TIME ZONE 'America/Adak')::date AS "beginsToday", m.cause FROM company_standing s JOIN tenant t ON t.id = s.tenant_id JOIN company_move m ON m.tenant_id = t.id WHERE t.id = $1`,
    [id],
  );
  expect(standing).toEqual({ state: 'trial', readState: 'trial', beginsToday: true, cause: 'signed-up' });
});
