import type { SystemTx } from '@tenon/db';
import type { TenantId } from '@tenon/kernel';

/** A person of a company that is erased. */
export interface LeavingPerson {
  readonly userId: string;
  readonly email: string;
  /** Whether they belong to no other company and are no staff of the platform. */
  readonly isOnlyHere: boolean;
}

/** The people of a company. */
export function listOnlyHere(tx: SystemTx, tenantId: TenantId): Promise<LeavingPerson[]> {
  return tx.sql<LeavingPerson>(
    `SELECT m.user_id AS "userId", m.email, NOT EXISTS (SELECT 1 FROM tenant_member o WHERE o.user_id = m.user_id AND o.tenant_id <> m.tenant_id)
       AND NOT EXISTS (SELECT 1 FROM platform_staff s WHERE s.user_id = m.user_id) AS "isOnlyHere"
     FROM tenant_member m WHERE m.tenant_id = $1`,
    [tenantId],
  );
}

/** Deletes what was written for a company, and to these addresses; gives how many. */
export function deleteMailsOf(tx: SystemTx, tenantId: TenantId, emails: readonly string[]): Promise<number> {
  return tx.execute('DELETE FROM mail_message WHERE on_behalf_of = $1 OR recipient = ANY ($2)', [tenantId, emails]);
}
