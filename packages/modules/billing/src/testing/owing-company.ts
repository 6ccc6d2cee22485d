import type { TenantId } from '@tenon/kernel';
import { randomUUID } from 'node:crypto';
import type { BillingWorld } from './billing-world.js';

/** A company with one invoice over 299.00 of one line. */
export interface OwingCompany {
  readonly company: TenantId;
  readonly id: string;
  readonly number: string;
}

/** Makes a company that owes 299.00. */
export async function owingCompany(world: BillingWorld, name = `厂 ${randomUUID()}`): Promise<OwingCompany> {
  const company = await world.company({ chosen: [{ plan: 'starter', on: '2099-01-01', at: '2026-10-10T04:00:00Z' }] });
  await world.database.sql('UPDATE tenant SET name = $2 WHERE id = $1', [company, name]);
  await world.database.sql(
    `INSERT INTO invoice (tenant_id, id, occasion, issued_on, due_on, gross_minor, tax_minor, net_minor, buyer) VALUES ($1, gen_random_uuid(), 'month:2026-11', current_date, current_date + 15, 29900, 1692, 28208, jsonb_build_object('name', $2::text))`,
    [company, name],
  );
  const [invoice] = await world.database.sql<{ id: string; number: string }>('SELECT id, number FROM invoice WHERE tenant_id = $1', [company]);
  await world.database.sql(
    `INSERT INTO invoice_line (tenant_id, invoice_id, line_no, kind, plan, from_day, to_day, quantity, unit_price_minor, per, amount_minor, tax_minor) VALUES ($1, $2, 1, 'fee', 'starter', '2026-11-01', '2026-12-01', 30, 29900, 30, 29900, 1692)`,
    [company, invoice?.id],
  );
  return { company, ...invoice! };
}
