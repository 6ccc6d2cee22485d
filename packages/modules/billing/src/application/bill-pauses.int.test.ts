import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HOUR_MS, type TenantId } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { billingWorld, type BillingWorld } from '../testing/billing-world.js';

let world: BillingWorld;
beforeAll(async () => {
  world = await billingWorld();
});
guardBystander({ database: () => world.database });
afterAll(() => world.close());

/** Moves of long ago, at noon in Shanghai, one after another from the one with which the company began to pay. */
async function lived(id: TenantId, ...moves: readonly (readonly [on: string, cause: string, to: string])[]): Promise<void> {
  let from = 'active';
  for (const [index, [on, cause, to]] of moves.entries()) {
    await world.database.sql(
      `INSERT INTO company_move (tenant_id, move_no, cause, from_state, to_state, on_day, moved_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, index + 2, cause, from, to, on, `${on}T04:00:00Z`],
    );
    from = to;
  }
}

const at = (day: string): Date => new Date(`${day}T06:00:00Z`);
const billed = async (id: TenantId): Promise<readonly (readonly [string, number])[]> => (await world.billsOf(id)).map(({ occasion, gross }) => [occasion, gross] as const);

/** Fifteen machines all day, of ten that the plan includes. */
const machinesOn = (...days: readonly string[]) => days.map((day) => ({ meter: 'devices', hourMs: Date.parse(`${day}T04:00:00Z`) - (Date.parse(`${day}T04:00:00Z`) % HOUR_MS), quantity: 15 }));

it('days on which a company was suspended are not billed, nor what it had on them; each pause once, by however many workers and whatever clocks', async () => {
  const id = await world.company({
    chosen: [{ plan: 'starter', on: '2026-01-01', at: '2025-12-31T04:00:00Z' }],
    capped: [{ meter: 'devices', cap: 20, on: '2026-01-01' }],
    read: machinesOn('2026-05-09', '2026-05-10', '2026-05-11', '2026-05-19', '2026-05-20', '2026-06-20', '2026-07-10'),
  });
  await lived(id, ['2026-05-10', 'office-suspended', 'suspended'], ['2026-05-20', 'office-resumed', 'active'], ['2026-06-15', 'owner-closed', 'closed'], ['2026-08-21', 'owner-reopened', 'active']);
  for (const day of ['2026-09-02', '2026-09-02', '2026-01-02', '2026-09-03']) await Promise.all([world.bills.execute(at(day)), world.bills.execute(at(day))]);
  expect(await billed(id)).toEqual([
    ...['2026-02', '2026-03', '2026-04', '2026-05'].map((month) => [`month:${month}`, 299_00]),
    // 9, 10 and 20 May: five machines beyond the quota at 1.50 a day, three days; not on the 11th and 19th.
    ['month:2026-06', 299_00 + 22_50],
    // Closed all July and on 1 August; 20 June and 10 July lie in the pause.
    ['month:2026-09', 299_00],
    // 11 to 19 May: 299.00 × 19/31 = 183.26 less 299.00 × 10/31 = 96.45.
    ['pause:3', -86_81],
    // 16 to 30 June: 299.00 less 299.00 × 15/30.
    ['pause:4', -149_50],
    // 21 to 31 August: 299.00 less 299.00 × 20/31 = 192.90.
    ['pause:5', 106_10],
  ]);
});

it('a trial that was suspended has no pause', async () => {
  const id = await world.company({ chosen: [] });
  await world.database.sql(`INSERT INTO company_move (tenant_id, move_no, cause, from_state, to_state, on_day, moved_at) VALUES ($1, 2, 'trial-ended', 'trial', 'suspended', '2026-05-10', '2026-05-10T04:00:00Z'), ($1, 3, 'plan-chosen', 'suspended', 'active', '2026-05-20', '2026-05-20T04:00:00Z')`, [id]);
  await world.database.sql(`INSERT INTO plan_choice (tenant_id, id, plan, from_day, due_minor, chosen_at) VALUES ($1, gen_random_uuid(), 'starter', '2026-05-20', 0, '2026-05-20T04:00:00Z')`, [id]);
  await world.bills.execute(at('2026-06-02'));
  expect(await billed(id)).toEqual([['month:2026-06', 299_00]]);
});
