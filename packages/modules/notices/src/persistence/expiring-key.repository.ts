import type { SystemTx } from '@tenon/db';
import type { TenantId } from '@tenon/kernel';

/** An API key whose maker was not told yet that it expires. */
export interface ExpiringKey {
  readonly tenantId: TenantId;
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly expiresAt: Date;
}

/**
 * Keys of all companies that expire before an instant, and of which no notice tells. The notice has the key's own id.
 * One that was made for less than that time needs no word of it.
 */
export function listExpiringKeys(tx: SystemTx, before: Date, limit: number): Promise<ExpiringKey[]> {
  return tx.sql<ExpiringKey>(
    `SELECT k.tenant_id AS "tenantId", k.id, k.user_id AS "userId", k.name, k.expires_at AS "expiresAt" FROM api_key k
     WHERE k.revoked_at IS NULL AND k.expires_at > $1 AND k.expires_at <= $2 AND k.expires_at - k.created_at > $2::timestamptz - $1::timestamptz
       AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.tenant_id = k.tenant_id AND n.id = k.id) ORDER BY k.expires_at LIMIT $3`,
    [tx.now, before, limit],
  );
}
