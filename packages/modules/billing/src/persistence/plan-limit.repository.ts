import type { Transaction } from '@tenon/db';
import type { Meter } from '@tenon/domain/billing';

/** Sets the owner's cap, or takes it away. */
export async function putCap(tx: Transaction, tenantId: string, meter: Meter, cap: number | null): Promise<void> {
  await tx.execute('INSERT INTO plan_limit (tenant_id, meter, cap) VALUES ($1, $2, $3) ON CONFLICT (tenant_id, meter) DO UPDATE SET cap = excluded.cap', [tenantId, meter, cap]);
}

/** Sets the quota that the office gives, or takes it away. */
export async function putQuota(tx: Transaction, tenantId: string, meter: Meter, quota: number | null): Promise<void> {
  await tx.execute('INSERT INTO plan_limit (tenant_id, meter, quota) VALUES ($1, $2, $3) ON CONFLICT (tenant_id, meter) DO UPDATE SET quota = excluded.quota', [tenantId, meter, quota]);
}
