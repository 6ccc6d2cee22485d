import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TenantId } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import pg from 'pg';
import { billingWorld, type BillingWorld } from '../testing/billing-world.js';
import { ChangePlan } from './change-plan.js';
import { PreviewPlanChange } from './preview-plan-change.js';

let world: BillingWorld;
let other: pg.Client;
let company: TenantId;
beforeAll(async () => (world = await billingWorld()));
afterAll(() => world.close());
guardBystander({ database: () => world.database });

beforeEach(async () => {
  company = await world.company({ chosen: [] });
  other = new pg.Client({ connectionString: world.database.superuserUrl });
  await other.connect();
});
afterEach(() => other.end());

/** The other window: it holds the company's plan and has chosen, and has not committed. */
async function otherChooses(): Promise<void> {
  await other.query('BEGIN');
  await other.query(`SELECT pg_advisory_xact_lock(hashtextextended('tenon.plan ' || $1, 0))`, [company]);
  await other.query(`INSERT INTO plan_choice (tenant_id, id, plan, from_day, due_minor) VALUES ($1, gen_random_uuid(), 'starter', current_date - 1, 0)`, [company]);
}

/** Wants starter at what it costs, and comes to the lock: what becomes of it is not decided yet. */
async function wantStarter(): Promise<{ outcome: Promise<unknown> }> {
  const { dueNow } = await new PreviewPlanChange(world.db.tenant).execute(world.actor(company), 'starter');
  let isSettled = false;
  const wanted = new ChangePlan(world.db.tenant).execute(world.actor(company), { planId: 'starter', dueNowMinor: dueNow.amountMinor }).finally(() => (isSettled = true));
  wanted.catch(() => undefined);
  const waiting = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  while ((await world.database.sql(waiting)).length === 0) if (isSettled) throw new Error('It did not wait for the other window.');
  return { outcome: wanted };
}

describe('two windows that change the plan at once', () => {
  it('make one change: the second waits, sees what the first did, and is told', async () => {
    await otherChooses();
    const { outcome } = await wantStarter();
    await other.query('COMMIT');
    await expect(outcome).rejects.toMatchObject({ code: 'PLAN.SAME' });
    expect(await world.billsOf(company)).toEqual([]);
  });

  it('make one change where the first one failed: the second goes through, with its invoice', async () => {
    await otherChooses();
    const { outcome } = await wantStarter();
    await other.query('ROLLBACK');
    expect(await outcome).toMatchObject({ plan: { id: 'starter' } });
    const [{ due } = { due: 0 }, ...more] = await world.database.sql<{ due: number }>('SELECT due_minor::int AS due FROM plan_choice WHERE tenant_id = $1', [company]);
    expect([(await world.billsOf(company)).map(({ gross }) => gross), more]).toEqual([[due], []]);
  });
});

describe('the invoice of a change', () => {
  it('is written with the change, once, and is not written again by the month’s run', async () => {
    const { dueNow } = await new PreviewPlanChange(world.db.tenant).execute(world.actor(company), 'starter');
    const change = (): Promise<unknown> => new ChangePlan(world.db.tenant).execute(world.actor(company), { planId: 'starter', dueNowMinor: dueNow.amountMinor });
    const outcomes = await Promise.allSettled([change(), change(), change()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await world.bills.execute();
    await world.bills.execute();
    expect((await world.billsOf(company)).map(({ gross, state }) => [gross, state])).toEqual([[dueNow.amountMinor, 'issued']]);
  });
});
