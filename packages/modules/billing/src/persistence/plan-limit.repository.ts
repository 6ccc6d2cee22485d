import type { Transaction } from '@tenon/db';
import type { LimitChange, Meter } from '@tenon/domain/billing';
import { isoDate } from '@tenon/domain/energy';

/** A meter of a company, and the local day from which on a change holds. */
export interface LimitKey {
  readonly tenantId: string;
  readonly meter: Meter;
  readonly fromDay: number;
}

/** Sets the owner's cap, or takes it away. */
export async function putCap(tx: Transaction, { tenantId, meter, fromDay }: LimitKey, cap: number | null): Promise<void> {
  await tx.execute('INSERT INTO plan_limit (tenant_id, meter, cap) VALUES ($1, $2, $3) ON CONFLICT (tenant_id, meter) DO UPDATE SET cap = excluded.cap', [tenantId, meter, cap]);
  await keepChange(tx, { tenantId, meter, fromDay });
}

/** Sets the quota that the office gives, or takes it away. */
export async function putQuota(tx: Transaction, { tenantId, meter, fromDay }: LimitKey, quota: number | null): Promise<void> {
  await tx.execute('INSERT INTO plan_limit (tenant_id, meter, quota) VALUES ($1, $2, $3) ON CONFLICT (tenant_id, meter) DO UPDATE SET quota = excluded.quota', [tenantId, meter, quota]);
  await keepChange(tx, { tenantId, meter, fromDay });
}

/** What holds now is kept with its day: a month is billed by what held then. */
async function keepChange(tx: Transaction, { tenantId, meter, fromDay }: LimitKey): Promise<void> {
  await tx.execute(
    `INSERT INTO limit_change (tenant_id, id, meter, cap, quota, from_day, changed_at)
     SELECT tenant_id, $3, meter, cap, quota, $4, clock_timestamp() FROM plan_limit WHERE tenant_id = $1 AND meter = $2`,
    [tenantId, meter, tx.newId(), isoDate(fromDay)],
  );
}

/** All that ever held for single meters of a company. */
export function listLimitChanges(tx: Transaction, tenantId: string): Promise<LimitChange[]> {
  return tx.sql(
    `SELECT meter, cap::float8 AS cap, quota::float8 AS quota, from_day - DATE '1970-01-01' AS "fromDay", date_part('epoch', changed_at) * 1000 AS "changedAtMs"
     FROM limit_change WHERE tenant_id = $1`,
    [tenantId],
  );
}
