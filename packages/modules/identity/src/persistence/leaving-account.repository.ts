import type { SystemTx } from '@tenon/db';
import type { TenantId } from '@tenon/kernel';

/** A company that somebody is about to leave, as it stands while its people cannot change. */
export interface HeldPlace {
  readonly tenantId: TenantId;
  readonly companyName: string;
  readonly name: string;
  /** The role's own name, or the platform's word for it. */
  readonly role: string;
  /** Whether nobody else owns it. */
  readonly isLastOwner: boolean;
}

/** Somebody's companies, whose people nobody else changes until the transaction ends. Always in one order, so that two who leave at once wait and do not block each other. */
export async function holdPlaces(tx: SystemTx, userId: string): Promise<HeldPlace[]> {
  await tx.sql('SELECT 1 FROM tenant WHERE id IN (SELECT tenant_id FROM tenant_member WHERE user_id = $1) ORDER BY id FOR NO KEY UPDATE', [userId]);
  return tx.sql<HeldPlace>(
    `SELECT m.tenant_id AS "tenantId", t.name AS "companyName", m.name, COALESCE(r.name, m.role) AS role,
       m.role = 'owner' AND NOT EXISTS (SELECT 1 FROM tenant_member o WHERE o.tenant_id = m.tenant_id AND o.role = 'owner' AND o.user_id <> m.user_id) AS "isLastOwner"
     FROM tenant_member m JOIN tenant t ON t.id = m.tenant_id LEFT JOIN tenant_role r ON r.tenant_id = m.tenant_id AND r.id = m.custom_role_id WHERE m.user_id = $1 ORDER BY m.tenant_id`,
    [userId],
  );
}

/** An invitation that was taken back. */
export interface RecalledInvitation {
  readonly tenantId: TenantId;
  readonly id: string;
  readonly email: string;
  readonly role: string;
}

/** Takes back what somebody sent and nobody answered. */
export function recallInvitations(tx: SystemTx, userId: string): Promise<RecalledInvitation[]> {
  return tx.sql<RecalledInvitation>(
    'UPDATE invitation SET revoked_at = $2 WHERE invited_by = $1 AND accepted_at IS NULL AND revoked_at IS NULL RETURNING tenant_id AS "tenantId", id, email, role',
    [userId, tx.now],
  );
}

/** Takes somebody out of all their companies; their keys, inboxes, choices and views there go with it. The invitations by which they came go too, and those that they sent no longer name them. */
export async function leaveAll(tx: SystemTx, userId: string): Promise<void> {
  await tx.execute('DELETE FROM tenant_member WHERE user_id = $1', [userId]);
  await tx.execute('DELETE FROM invitation WHERE accepted_by = $1', [userId]);
  await tx.execute(`UPDATE invitation SET inviter_name = '' WHERE invited_by = $1`, [userId]);
}

/** Deletes what was mailed to an address. */
export function deleteMailsTo(tx: SystemTx, email: string): Promise<number> {
  return tx.execute('DELETE FROM mail_message WHERE recipient = $1', [email]);
}

/** Deletes an account with all that hangs on it in sign-in: sessions, password, factor, passkeys, known browsers, links. */
export async function forgetAccount(tx: SystemTx, userId: string): Promise<void> {
  await tx.sql('SELECT tenon_forget_account($1)', [userId]);
}
