import type { SystemTx } from '@tenon/db';
import type { TenantId } from '@tenon/kernel';

/** A key that was taken back. */
export interface RevokedKey {
  readonly tenantId: TenantId;
  readonly id: string;
  readonly name: string;
}

/** Makes every key worthless that somebody made, in whatever company; gives those that were worth something. */
export function revokeKeysOf(tx: SystemTx, userId: string): Promise<RevokedKey[]> {
  return tx.sql<RevokedKey>('UPDATE api_key SET revoked_at = $2 WHERE user_id = $1 AND revoked_at IS NULL RETURNING tenant_id AS "tenantId", id, name', [userId, tx.now]);
}
