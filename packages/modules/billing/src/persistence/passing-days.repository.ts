import type { SystemTx, TenantTx } from '@tenon/db';
import { isoDate } from '@tenon/domain/energy';
import type { TenantId } from '@tenon/kernel';

/**
 * Companies whose days may bring something: each that waits, once a local day, and those active ones that have a late bill. What the
 * office suspended waits for the office.
 */
export async function listToLookAt(tx: SystemTx, now: Date): Promise<TenantId[]> {
  const rows = await tx.sql<{ id: TenantId }>(
    `SELECT s.tenant_id AS id FROM company_standing s JOIN tenant t ON t.id = s.tenant_id CROSS JOIN LATERAL (SELECT ($1::timestamptz AT TIME ZONE t.time_zone)::date AS today) d
     WHERE (s.state IN ('trial', 'past-due', 'suspended', 'closed') AND s.because IS DISTINCT FROM 'office' AND s.looked_on IS DISTINCT FROM d.today)
        OR (s.state = 'active' AND EXISTS (SELECT 1 FROM invoice i WHERE i.tenant_id = s.tenant_id AND i.state IN ('issued', 'overdue') AND i.due_on < d.today))
     ORDER BY s.tenant_id`,
    [now],
  );
  return rows.map(({ id }) => id);
}

/** Notes that a company was looked at on a local day, and what it was told last of what is ahead. */
export async function noteLooked(tx: TenantTx, today: number, told: string | null): Promise<void> {
  await tx.execute('UPDATE company_standing SET looked_on = $2, told = $3 WHERE tenant_id = $1', [tx.tenantId, isoDate(today), told]);
}
