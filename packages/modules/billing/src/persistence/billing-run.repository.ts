import type { TenantTx } from '@tenon/db';
import { isoDate } from '@tenon/domain/energy';

/** The first day of the last month that is billed, or null for a company of which none is. */
export async function readBilledThrough(tx: TenantTx): Promise<number | null> {
  const [row] = await tx.sql<{ day: number }>(`SELECT billed_through - DATE '1970-01-01' AS day FROM billing_run WHERE tenant_id = $1`, [tx.tenantId]);
  return row?.day ?? null;
}

/** Notes how far a company is billed; never back. */
export async function putBilledThrough(tx: TenantTx, firstDay: number): Promise<void> {
  await tx.execute(
    `INSERT INTO billing_run (tenant_id, billed_through) VALUES ($1, $2)
     ON CONFLICT (tenant_id) DO UPDATE SET billed_through = GREATEST(billing_run.billed_through, excluded.billed_through)`,
    [tx.tenantId, isoDate(firstDay)],
  );
}
