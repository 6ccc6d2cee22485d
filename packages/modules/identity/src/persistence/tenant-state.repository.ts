import type { SystemTx } from '@tenon/db';
import { notFound, type TenantId } from '@tenon/kernel';

/** A company's state, locked until the transaction ends. @throws AppError (not-found) TENANT.NOT_FOUND */
export async function lockTenantState(tx: SystemTx, id: TenantId): Promise<string> {
  const rows = await tx.sql<{ state: string }>('SELECT state FROM tenant WHERE id = $1 FOR UPDATE', [id]);
  if (!rows[0]) throw notFound('TENANT.NOT_FOUND', 'There is no such company.');
  return rows[0].state;
}

/** Writes a company's state and, for a suspension, its reason and instant. */
export async function putTenantState(tx: SystemTx, id: TenantId, change: { state: 'active' | 'suspended'; reason: string | null }): Promise<void> {
  const suspendedAt = change.state === 'suspended' ? tx.now : null;
  await tx.execute('UPDATE tenant SET state = $2, suspended_reason = $3, suspended_at = $4 WHERE id = $1', [id, change.state, change.reason, suspendedAt]);
}
