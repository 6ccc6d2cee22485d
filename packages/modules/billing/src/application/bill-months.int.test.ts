import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import type { TenantId } from '@tenon/kernel';
import pg from 'pg';
import { billingWorld, type BillingWorld, type KeptBill, type MadeCompany } from '../testing/billing-world.js';

let world: BillingWorld;
beforeAll(async () => (world = await billingWorld()));
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const hour = (at: string, meter: string, quantity: number) => ({ meter, hourMs: Date.parse(at), quantity });

/** Starter from the middle of January, with a cap; standard from March. Of starter's 299.00, 17 of 31 days: 16397 fen. */
const PLANT: MadeCompany = {
  chosen: [
    { plan: 'starter', on: '2026-01-15', dueMinor: 29_900 - Math.round((29_900 * 14) / 31) },
    { plan: 'standard', on: '2026-03-01', at: '2026-02-10T04:00:00Z' },
  ],
  capped: [{ meter: 'devices', cap: 12, on: '2026-01-20' }],
  // Beyond ten machines by two on the 20th (three, but for the cap), by one on the 31st, by none where there was no cap yet.
  read: [hour('2026-01-18T02:00:00Z', 'devices', 12), hour('2026-01-20T02:00:00Z', 'devices', 13), hour('2026-01-31T15:00:00Z', 'devices', 11), hour('2026-01-31T16:00:00Z', 'devices', 12)],
};
/** What it comes to: January's days; February's fee and three machine-days at 1.50; March's fee and, in the first hour of February in Shanghai, two more. */
const AMOUNTS = [
  ['change', 16_397],
  ['month:2026-02', 29_900 + 450],
  ['month:2026-03', 99_900 + 300],
  ['month:2026-04', 99_900],
];
const amountsOf = (bills: readonly KeptBill[]): unknown[] => bills.map(({ occasion, gross }) => [occasion.replace(/^change:.*/, 'change'), gross]);
const billAt = (at: string): Promise<void> => world.bills.execute(new Date(at));
const until = '2026-04-20T04:00:00Z';

describe('the bills of a company', () => {
  it('are one for each month and each change, to the fen, and their days are those of its own clock', async () => {
    const plant = await world.company(PLANT);
    for (const at of ['2026-01-15T05:00:00Z', '2026-01-31T17:59:00Z']) await billAt(at);
    // The last hours of January may not be rolled up yet.
    expect(await world.billsOf(plant)).toHaveLength(1);
    for (const at of ['2026-01-31T18:30:00Z', '2026-02-28T18:30:00Z', '2026-03-31T18:30:00Z']) await billAt(at);
    const bills = await world.billsOf(plant);
    expect(amountsOf(bills)).toEqual(AMOUNTS);
    // Two hours after its month began in Shanghai, which is the last day of the month before in London.
    expect(bills.map(({ issuedOn }) => issuedOn)).toEqual(['2026-01-15', '2026-02-01', '2026-03-01', '2026-04-01']);
    for (const { gross, tax } of bills) expect(tax).toBe(Math.round((gross * 6) / 106));
    expect(await world.database.sql(`SELECT kind, plan, quantity::int, hours, (SELECT c.plan FROM plan_choice c WHERE c.id = l.choice_id) AS chosen, days FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id WHERE i.tenant_id = $1 AND occasion = 'month:2026-02' ORDER BY line_no`, [plant])).toEqual([
      { kind: 'fee', plan: 'starter', quantity: 28, hours: null, chosen: 'starter', days: null },
      { kind: 'overage', plan: 'starter', quantity: 3, hours: 2, chosen: 'starter', days: [{ localDay: 20_473, quantity: 13, beyond: 2 }, { localDay: 20_484, quantity: 11, beyond: 1 }] },
    ]);
    expect(await world.database.sql(`SELECT action FROM audit_entry WHERE tenant_id = $1`, [plant])).toHaveLength(4);
    expect(await world.database.sql(`SELECT payload->'facts'->>'amount' AS amount FROM outbox WHERE tenant_id = $1 AND job = 'notices.raised' ORDER BY id`, [plant])).toEqual(['163.97', '303.50', '1002.00', '999.00'].map((amount) => ({ amount })));
  });

  it('have what came late on the next one, once, and nothing of what came later still', async () => {
    const plant = await world.company({ chosen: [{ plan: 'starter', on: '2026-05-01', dueMinor: 29_900 }], capped: [{ meter: 'pointsADay', cap: 20_000_000, on: '2026-05-01' }], read: [hour('2026-06-10T02:00:00Z', 'pointsADay', 13_000_000)] });
    const came = (at: string, millions: number): Promise<unknown> =>
      world.database.sql(`INSERT INTO meter_reading VALUES ($1, 'pointsADay', $2, $3) ON CONFLICT (tenant_id, meter, hour) DO UPDATE SET quantity = meter_reading.quantity + excluded.quantity`, [plant, at, millions * 1_000_000]);
    const lines = (month: string): Promise<unknown[]> =>
      world.database.sql(`SELECT kind, to_char(from_day, 'YYYY-MM') AS of, quantity::int, amount_minor::int AS fen FROM invoice_line l JOIN invoice i ON i.tenant_id = l.tenant_id AND i.id = l.invoice_id WHERE i.tenant_id = $1 AND i.occasion = $2 ORDER BY line_no`, [plant, `month:${month}`]);
    await billAt('2026-07-01T04:00:00Z');
    // June: a million beyond on the 10th, 0.20 yuan. After its invoice one day has 1.37 million more, and another gets half a million beyond.
    await came('2026-06-10T03:00:00Z', 1.37);
    await came('2026-06-11T02:00:00Z', 12.5);
    await billAt('2026-07-15T04:00:00Z');
    await billAt('2026-08-01T04:00:00Z');
    await billAt('2026-08-02T04:00:00Z');
    await came('2026-06-12T02:00:00Z', 13);
    await billAt('2026-09-01T04:00:00Z');
    const fee = (of: string) => ({ kind: 'fee', of, quantity: of === '2026-09' ? 30 : 31, fen: 29_900 });
    expect(await lines('2026-07')).toEqual([fee('2026-07'), { kind: 'overage', of: '2026-06', quantity: 1_000_000, fen: 20 }]);
    expect(await lines('2026-08')).toEqual([fee('2026-08'), { kind: 'supplement', of: '2026-06', quantity: 1_870_000, fen: 37 }]);
    expect(await lines('2026-09')).toEqual([fee('2026-09')]);
  });

  it.each([
    ['stood still for months', [until]],
    ['was set back between', ['2026-03-02T04:00:00Z', '2026-01-20T04:00:00Z', '2025-06-01T04:00:00Z', until, '2026-02-02T04:00:00Z', until]],
    ['is asked over and over', [until, until, until]],
  ])('come to the same when the clock %s', async (_, instants) => {
    const plant = await world.company(PLANT);
    for (const at of instants) await billAt(at);
    expect(amountsOf(await world.billsOf(plant))).toEqual(AMOUNTS);
  });

  it('are written once by five workers at once', async () => {
    const plants = [await world.company(PLANT), await world.company(PLANT)];
    await Promise.all([1, 2, 3, 4, 5].map(() => billAt(until)));
    for (const plant of plants) expect(amountsOf(await world.billsOf(plant))).toEqual(AMOUNTS);
  });

  it('are none for who tries the platform out, nor before a plan that is agreed begins', async () => {
    const [trial, agreed] = [await world.company({ chosen: [{ plan: 'trial', on: '2026-01-01' }] }), await world.company({ chosen: [{ plan: 'starter', on: '2026-06-01', at: '2026-05-02T04:00:00Z' }] })];
    await billAt(until);
    expect([await world.billsOf(trial), await world.billsOf(agreed)]).toEqual([[], []]);
  });

  it('have no part of a change that comes to something else than what was agreed to; the others are billed', async () => {
    const [wrong, right] = [await world.company({ chosen: [{ plan: 'starter', on: '2026-01-15', dueMinor: 16_398 }] }), await world.company(PLANT)];
    await billAt(until);
    expect([await world.billsOf(wrong), amountsOf(await world.billsOf(right))]).toEqual([[], AMOUNTS]);
    await world.database.sql('DELETE FROM plan_choice WHERE tenant_id = $1', [wrong]);
  });

  it('bill the first day itself by the plan with which it began', async () => {
    // Up on the first at noon: the month is billed as starter, and the change takes it back and bills standard.
    const due = 99_900 - 29_900;
    const plant = await world.company({ chosen: [{ plan: 'starter', on: '2026-01-01', at: '2025-12-31T15:00:00Z' }, { plan: 'standard', on: '2026-02-01', at: '2026-02-01T04:00:00Z', dueMinor: due }] });
    await billAt('2026-02-10T04:00:00Z');
    expect(amountsOf(await world.billsOf(plant))).toEqual([['change', due], ['month:2026-02', 29_900]]);
  });
});

describe('a worker that is killed while it bills', () => {
  it('leaves nothing of the company it was at, and no gap in the numbers', async () => {
    await billAt(until);
    const plant = await world.company(PLANT);
    await billAt('2026-01-20T04:00:00Z');
    const blocker = new pg.Client({ connectionString: world.database.superuserUrl });
    await blocker.connect();
    await blocker.query('BEGIN; LOCK TABLE invoice_line IN SHARE MODE');
    const billing = billAt(until);
    const stuck = `FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT INTO invoice_line%'`;
    while ((await world.database.sql(`SELECT 1 ${stuck}`)).length === 0);
    // The first invoice of April has its number by now.
    await world.database.sql(`SELECT pg_terminate_backend(pid) ${stuck}`);
    await blocker.query('ROLLBACK');
    await blocker.end();
    await billing;
    expect(amountsOf(await world.billsOf(plant))).toEqual(AMOUNTS.slice(0, 1));
    await billAt(until);
    expect(amountsOf(await world.billsOf(plant))).toEqual(AMOUNTS);
    const numbers = await world.database.sql<{ number: string }>('SELECT number FROM invoice ORDER BY number');
    expectNoGap(numbers.map(({ number }) => number));
  });
});

/** Each month counts from 1, and the next is one more. */
function expectNoGap(numbers: readonly string[]): void {
  const months = new Map<string, number>();
  for (const number of numbers) {
    const [, month = '', no] = number.split('-');
    expect(Number(no)).toBe((months.get(month) ?? 0) + 1);
    months.set(month, Number(no));
  }
  expect(Math.max(...months.values())).toBeGreaterThan(3);
}

describe('what was issued', () => {
  const refused = async (statement: string, params: unknown[], role?: string): Promise<string> => {
    const client = new pg.Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    try {
      if (role) await client.query(`SET ROLE ${role}`);
      await client.query(statement, params);
      return 'done';
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.end();
    }
  };

  it('is changed and deleted by nobody, but for where it stands', async () => {
    const plant: TenantId = await world.company(PLANT);
    await billAt(until);
    const before = await world.billsOf(plant);
    for (const statement of [
      'UPDATE invoice SET gross_minor = 1, net_minor = 1, tax_minor = 0 WHERE tenant_id = $1',
      `UPDATE invoice SET state = 'paid', due_on = '2099-01-01' WHERE tenant_id = $1`,
      'DELETE FROM invoice WHERE tenant_id = $1',
      'UPDATE invoice_line SET amount_minor = 1 WHERE tenant_id = $1',
      'DELETE FROM invoice_line WHERE tenant_id = $1',
      'DELETE FROM tenant WHERE id = $1',
    ]) {
      // 23001 and 23503: a row that refers to it is kept; 23000: the trigger; 42501: the role may not.
      expect(['23000', '23001', '23503']).toContain(await refused(statement, [plant]));
      expect(['23000', '23001', '23503', '42501']).toContain(await refused(statement, [plant], 'tenon_system'));
    }
    expect(await refused('TRUNCATE invoice_line', [])).toBe('23000');
    expect(await world.billsOf(plant)).toEqual(before);
    expect(await refused(`UPDATE invoice SET state = 'paid' WHERE tenant_id = $1`, [plant], 'tenon_system')).toBe('done');
    expect((await world.billsOf(plant)).map(({ state }) => state)).toEqual(['paid', 'paid', 'paid', 'paid']);
  });

  it('is there once for an occasion, whoever writes', async () => {
    const plant = await world.company(PLANT);
    await billAt(until);
    expect(await refused(`INSERT INTO invoice (tenant_id, id, occasion, issued_on, due_on, gross_minor, tax_minor, net_minor, buyer) SELECT tenant_id, gen_random_uuid(), occasion, issued_on, due_on, 1, 0, 1, buyer FROM invoice WHERE tenant_id = $1`, [plant])).toBe('23505');
    expect(await refused('SELECT last FROM invoice_counter', [], 'tenon_app')).toBe('42501');
  });
});
