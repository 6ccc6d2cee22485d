import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '@tenon/domain/identity';
import type { Cause } from '@tenon/domain/life';
import { userId, type TenantId } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { readStanding } from '../persistence/standing.repository.js';
import { billingWorld, type BillingWorld } from '../testing/billing-world.js';
import { ChangePlan } from './change-plan.js';
import { moveCompany } from './move-company.js';
import { PreviewPlanChange } from './preview-plan-change.js';
import { RecordStatement } from './record-statement.js';
import { placeWord } from './tell-move.js';
import { voiceInCompany } from './voice.js';

const staff: StaffActor = { kind: 'staff', userId: userId(randomUUID()), email: 'finance@tenon.example', name: 'F', permissions: new Set(['payment:manage']) };

let world: BillingWorld;
beforeAll(async () => {
  world = await billingWorld();
});
guardBystander({ database: () => world.database });
afterAll(() => world.close());

const placeOf = async (id: TenantId): Promise<string> => placeWord((await world.db.tenant.transaction(world.actor(id), (tx) => readStanding(tx, id))).standing);
async function moved(id: TenantId, ...causes: Cause[]): Promise<TenantId> {
  for (const cause of causes) await world.db.tenant.transaction(world.actor(id), (tx) => moveCompany(tx, voiceInCompany(tx), { tenantId: id, cause }));
  return id;
}

/** A company with two bills that are late, moved so. */
async function owing(...causes: Cause[]): Promise<{ id: TenantId; numbers: readonly [string, string] }> {
  const id = await moved(await world.company({ chosen: [{ plan: 'starter', on: '2099-01-01' }] }), ...causes);
  for (const month of ['2026-01', '2026-02']) {
    await world.database.sql(
      `INSERT INTO invoice (tenant_id, id, occasion, issued_on, due_on, gross_minor, tax_minor, net_minor, buyer) VALUES ($1, gen_random_uuid(), $2, '2026-01-01', '2026-01-16', 29900, 1692, 28208, '{"name": "厂"}')`,
      [id, `month:${month}`],
    );
  }
  const rows = await world.database.sql<{ number: string }>('SELECT number FROM invoice WHERE tenant_id = $1 ORDER BY occasion', [id]);
  return { id, numbers: [rows[0]!.number, rows[1]!.number] };
}

let booked = 0;
const pay = (number: string, amount = '299.00'): Promise<unknown> => new RecordStatement(world.db.system).execute(staff, `date,amount,payer,reference,id\n2026-03-05,${amount},某某,${number},P${(booked += 1)}`);

describe('a payment', () => {
  it.each([
    ['past-due', ['plan-chosen', 'invoice-overdue'], 'past-due', 'active'],
    ['suspended', ['plan-chosen', 'invoice-overdue', 'left-unpaid'], 'suspended:unpaid', 'active'],
    ['closed meanwhile', ['plan-chosen', 'invoice-overdue', 'left-unpaid', 'owner-closed'], 'closed', 'closed'],
    ['held by the office', ['plan-chosen', 'invoice-overdue', 'office-suspended'], 'suspended:office', 'suspended:office'],
  ] as const)('of the last late bill brings a company back that is %s, and no earlier', async (_, causes, before, after) => {
    const { id, numbers } = await owing(...causes);
    await pay(numbers[0]);
    await pay(numbers[1], '298.99');
    expect(await placeOf(id)).toBe(before);
    await pay(numbers[1], '0.01');
    expect(await placeOf(id)).toBe(after);
    if (after === 'closed') expect(await placeOf(await moved(id, 'owner-reopened'))).toBe('active');
    if (after === 'suspended:office') expect(await placeOf(await moved(id, 'office-resumed'))).toBe('active');
  });

  it('and another at the same time: whichever comes last brings it back', async () => {
    const { id, numbers } = await owing('plan-chosen', 'invoice-overdue', 'left-unpaid');
    await Promise.all([pay(numbers[0]), pay(numbers[1])]);
    expect(await placeOf(id)).toBe('active');
  });

  it('moves nobody who is not behind', async () => {
    const { id, numbers } = await owing('plan-chosen');
    await Promise.all([pay(numbers[0]), pay(numbers[1])]);
    expect(await world.database.sql('SELECT cause FROM company_move WHERE tenant_id = $1 ORDER BY move_no', [id])).toEqual([{ cause: 'signed-up' }, { cause: 'plan-chosen' }]);
  });
});

describe('a plan', () => {
  const choose = async (id: TenantId): Promise<unknown> => {
    const { dueNow } = await new PreviewPlanChange(world.db.tenant).execute(world.actor(id), 'standard');
    return new ChangePlan(world.db.tenant).execute(world.actor(id), { planId: 'standard', dueNowMinor: dueNow.amountMinor });
  };

  it.each([[[]], [['trial-ended']]] as const)('that is chosen after %j makes the company active, with its bill', async (causes) => {
    const id = await moved(await world.company({ chosen: [] }), ...causes);
    await choose(id);
    expect([await placeOf(id), (await world.billsOf(id)).length]).toEqual(['active', 1]);
  });

  it.each([[['plan-chosen', 'invoice-overdue']], [['plan-chosen', 'invoice-overdue', 'left-unpaid']], [['office-suspended']], [['owner-closed']]] as const)('is not changed after %j, and nothing is billed', async (causes) => {
    const id = await moved(await world.company({ chosen: [] }), ...causes);
    await expect(choose(id)).rejects.toMatchObject({ kind: 'conflict', code: 'PLAN.NOT_NOW' });
    expect(await world.billsOf(id)).toEqual([]);
  });
});
