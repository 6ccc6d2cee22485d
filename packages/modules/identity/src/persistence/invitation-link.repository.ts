import type { SystemTx } from '@tenon/db';
import type { TenantId } from '@tenon/kernel';
import { INVITATION, INVITATION_FROM, invitationDigest, toInvitation, type InvitationRow, type SelectedInvitation } from './invitation.repository.js';

/** An invitation as whoever holds its link finds it, before it is known whether they belong to any company. */
export interface LinkedInvitation extends InvitationRow {
  readonly tenantId: TenantId;
  readonly companyName: string;
}

type Selected = SelectedInvitation & Pick<LinkedInvitation, 'tenantId' | 'companyName'>;

const LINKED = `SELECT ${INVITATION}, i.tenant_id AS "tenantId", t.name AS "companyName" ${INVITATION_FROM} JOIN tenant t ON t.id = i.tenant_id`;

const toLinked = ({ tenantId, companyName, ...selected }: Selected): LinkedInvitation => ({ ...toInvitation(selected), tenantId, companyName });

/** The invitation whose link holds this secret. */
export async function findByToken(tx: SystemTx, token: string): Promise<LinkedInvitation | undefined> {
  return (await tx.sql<Selected>(`${LINKED} WHERE i.token_digest = $1`, [invitationDigest(token)])).map(toLinked)[0];
}

/** An invitation with its company, locked until the transaction ends. */
export async function lockInvitation(tx: SystemTx, tenantId: TenantId, id: string): Promise<LinkedInvitation | undefined> {
  return (await tx.sql<Selected>(`${LINKED} WHERE i.tenant_id = $1 AND i.id = $2 FOR UPDATE OF i`, [tenantId, id])).map(toLinked)[0];
}

/** Gives the link a new secret, which ends the one before, and notes that this mail is written. */
export async function putToken(tx: SystemTx, { tenantId, id }: LinkedInvitation, token: string, mailNumber: number): Promise<void> {
  await tx.execute('UPDATE invitation SET token_digest = $3, mails_written = $4 WHERE tenant_id = $1 AND id = $2', [tenantId, id, invitationDigest(token), mailNumber]);
}

/** Whether the person belongs to the company. */
export async function isMemberOf(tx: SystemTx, tenantId: TenantId, userId: string): Promise<boolean> {
  return (await tx.sql('SELECT 1 FROM tenant_member WHERE tenant_id = $1 AND user_id = $2', [tenantId, userId])).length > 0;
}
