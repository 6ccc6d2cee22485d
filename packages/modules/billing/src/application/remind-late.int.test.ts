import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TenantId } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { billingWorld, type BillingWorld } from '../testing/billing-world.js';

let world: BillingWorld;
beforeAll(async () => (world = await billingWorld()));
afterAll(() => world.close());
guardBystander({ database: () => world.database });

/** A company with an invoice of January, due on 16 January by its clock. */
async function owing(timeZone = 'Asia/Shanghai'): Promise<TenantId> {
  const company = await world.company({ timeZone, chosen: [] });
  await world.database.sql(
    `INSERT INTO invoice (tenant_id, id, occasion, issued_on, due_on, gross_minor, tax_minor, net_minor, buyer) VALUES ($1, gen_random_uuid(), 'month:2026-01', '2026-01-01', '2026-01-16', 29900, 1692, 28208, '{}')`,
    [company],
  );
  return company;
}

const on = (day: string, at = 'T04:00:00Z'): Promise<void> => world.reminders.execute(new Date(`2026-01-${day}${at}`));
const told = async (company: TenantId): Promise<(string | undefined)[]> =>
  (await world.database.sql<{ days: string; amount: string }>(`SELECT payload->'facts'->>'days' AS days, payload->'facts'->>'amount' AS amount FROM outbox WHERE tenant_id = $1 AND payload->>'kind' = 'invoice.overdue' ORDER BY id`, [company])).map(({ days, amount }) => `${days}: ${amount}`);
const stateOf = async (company: TenantId): Promise<string | undefined> => (await world.billsOf(company))[0]?.state;

describe('an invoice that nobody pays', () => {
  it('is late from the day after the last on which it was in time, by the company’s clock, and is reminded of four times', async () => {
    const company = await owing();
    await on('16', 'T15:59:59Z');
    expect([await stateOf(company), await told(company)]).toEqual(['issued', []]);
    for (let day = 16; day <= 31; day += 1) await on(String(day), 'T16:00:00Z');
    expect([await stateOf(company), await told(company)]).toEqual(['overdue', ['1: 299.00', '3: 299.00', '7: 299.00', '14: 299.00']]);
  });

  it('is reminded of once a time, by five workers, over and over, and with a clock that is set back', async () => {
    const company = await owing();
    await Promise.all([1, 2, 3, 4, 5].map(() => on('19')));
    await on('19');
    await on('17');
    await on('20');
    expect(await told(company)).toEqual(['3: 299.00']);
  });

  it('is reminded of with the days that are really gone after the platform stood still', async () => {
    const company = await owing();
    await on('27');
    expect(await told(company)).toEqual(['11: 299.00']);
  });

  it('is reminded of with what is still owed, and no more once it is paid', async () => {
    const company = await owing();
    const pay = (fen: number): Promise<unknown> => world.database.sql(`INSERT INTO payment (tenant_id, id, invoice_id, kind, amount_minor, paid_on, recorded_by) SELECT tenant_id, gen_random_uuid(), id, 'payment', $2, '2026-01-17', gen_random_uuid() FROM invoice WHERE tenant_id = $1`, [company, fen]);
    await pay(20_000);
    await on('17');
    await pay(9_900);
    await on('19');
    expect(await told(company)).toEqual(['1: 99.00']);
  });
});
