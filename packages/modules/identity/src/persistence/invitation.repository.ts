import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { InvitationFacts, MailLanguage } from '@tenon/domain/identity';
import { isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';
import { columnsOf } from './member.repository.js';
import { joinRole, roleColumns, roleOf, type RoleColumns, type RoleRow } from './role-row.js';

/** Somebody asked to join a company. */
export interface InvitationRow extends InvitationFacts {
  readonly id: string;
  readonly email: string;
  readonly role: RoleRow;
  readonly language: MailLanguage;
  readonly inviterName: string;
  readonly createdAt: Date;
  readonly mailsAsked: number;
  readonly mailsWritten: number;
  readonly askedAt: Date;
  readonly acceptedBy: string | null;
}

/** What is written when somebody is invited. */
export interface NewInvitation {
  readonly email: string;
  readonly role: RoleRow;
  readonly language: MailLanguage;
  readonly invitedBy: string;
  readonly inviterName: string;
  readonly expiresAt: Date;
}

/** Selects an invitation `i` with its role `r`. */
export const INVITATION = `i.id, i.email, i.language, i.inviter_name AS "inviterName", i.created_at AS "createdAt", i.expires_at AS "expiresAt",
  i.mails_asked AS "mailsAsked", i.mails_written AS "mailsWritten", i.asked_at AS "askedAt", i.accepted_by AS "acceptedBy", i.accepted_at AS "acceptedAt", i.revoked_at AS "revokedAt",
  ${roleColumns('i')}`;
export const INVITATION_FROM = `FROM invitation i ${joinRole('i')}`;
const UNANSWERED = 'i.accepted_at IS NULL AND i.revoked_at IS NULL';

export type SelectedInvitation = Omit<InvitationRow, 'role'> & RoleColumns;

/** An invitation from its selected columns. */
export function toInvitation({ role, customRoleId, customName, customDescription, customPermissions, ...invitation }: SelectedInvitation): InvitationRow {
  return { ...invitation, role: roleOf({ role, customRoleId, customName, customDescription, customPermissions }) };
}

/** What is kept of a link's secret: enough to recognise it, not enough to use it. */
export function invitationDigest(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

/** The invitations of the transaction's company. */
@Injectable()
export class InvitationRepository {
  /** Locked until the transaction ends. @throws AppError (not-found) INVITATION.NOT_FOUND, for another tenant's id too */
  async getForUpdate(tx: TenantTx, id: string): Promise<InvitationRow> {
    const rows = isUuid(id) ? await tx.sql<SelectedInvitation>(`SELECT ${INVITATION} ${INVITATION_FROM} WHERE i.tenant_id = $1 AND i.id = $2 FOR UPDATE OF i`, [tx.tenantId, id]) : [];
    if (!rows[0]) throw notFound('INVITATION.NOT_FOUND', 'There is no such invitation.');
    return toInvitation(rows[0]);
  }

  /** The one to this address that nobody has answered or taken back, expired or not. */
  async findUnanswered(tx: TenantTx, email: string): Promise<InvitationRow | undefined> {
    const rows = await tx.sql<SelectedInvitation>(`SELECT ${INVITATION} ${INVITATION_FROM} WHERE i.tenant_id = $1 AND i.email = $2 AND ${UNANSWERED}`, [tx.tenantId, email]);
    return rows.map(toInvitation)[0];
  }

  /** How many are open: neither answered, nor taken back, nor expired. */
  async countOpen(tx: TenantTx): Promise<number> {
    const [counted] = await tx.sql<{ count: number }>(`SELECT count(*)::int AS count FROM invitation i WHERE i.tenant_id = $1 AND ${UNANSWERED} AND i.expires_at > $2`, [tx.tenantId, tx.now]);
    return counted?.count ?? 0;
  }

  /** Those that nobody has answered or taken back, newest first, one more than the page holds, and how many there are. */
  async listUnanswered(tx: TenantTx, page: PageRequest): Promise<{ rows: InvitationRow[]; totalCount: number }> {
    const [at, id] = page.after ?? [null, null];
    const rows = await tx.sql<SelectedInvitation>(
      `SELECT ${INVITATION} ${INVITATION_FROM} WHERE i.tenant_id = $1 AND ${UNANSWERED}
       AND ($2::timestamptz IS NULL OR (i.created_at, i.id) < ($2::timestamptz, $3::uuid)) ORDER BY i.created_at DESC, i.id DESC LIMIT $4`,
      [tx.tenantId, at, id, page.limit + 1],
    );
    const counted = await tx.sql<{ count: number }>(`SELECT count(*)::int AS count FROM invitation i WHERE i.tenant_id = $1 AND ${UNANSWERED}`, [tx.tenantId]);
    return { rows: rows.map(toInvitation), totalCount: counted[0]?.count ?? 0 };
  }

  /** Those of one inviter that nobody has answered or taken back. */
  async listOfInviter(tx: TenantTx, userId: string): Promise<InvitationRow[]> {
    const rows = await tx.sql<SelectedInvitation>(`SELECT ${INVITATION} ${INVITATION_FROM} WHERE i.tenant_id = $1 AND i.invited_by = $2 AND ${UNANSWERED}`, [tx.tenantId, userId]);
    return rows.map(toInvitation);
  }

  /** How many addresses were written to since then, whatever became of it. */
  async countAskedSince(tx: TenantTx, since: Date): Promise<number> {
    const rows = await tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM invitation WHERE tenant_id = $1 AND asked_at > $2', [tx.tenantId, since]);
    return rows[0]?.count ?? 0;
  }

  async countToRole(tx: TenantTx, customRoleId: string): Promise<number> {
    const rows = await tx.sql<{ count: number }>(`SELECT count(*)::int AS count FROM invitation i WHERE i.tenant_id = $1 AND i.custom_role_id = $2 AND ${UNANSWERED}`, [tx.tenantId, customRoleId]);
    return rows[0]?.count ?? 0;
  }

  async insert(tx: TenantTx, { email, role, language, invitedBy, inviterName, expiresAt }: NewInvitation): Promise<InvitationRow> {
    const id = tx.newId();
    await tx.execute(
      `INSERT INTO invitation (tenant_id, id, email, role, custom_role_id, language, invited_by, inviter_name, created_at, asked_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)`,
      [tx.tenantId, id, email, ...columnsOf(role), language, invitedBy, inviterName, tx.now, expiresAt],
    );
    return this.getForUpdate(tx, id);
  }

  /** Asks for one more mail; the link is good until then. */
  async askAgain(tx: TenantTx, id: string, expiresAt: Date): Promise<InvitationRow> {
    await tx.execute('UPDATE invitation SET mails_asked = mails_asked + 1, asked_at = $3, expires_at = $4 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, tx.now, expiresAt]);
    return this.getForUpdate(tx, id);
  }

  async revoke(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('UPDATE invitation SET revoked_at = $3 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, tx.now]);
  }

  async accept(tx: TenantTx, id: string, userId: string): Promise<void> {
    await tx.execute('UPDATE invitation SET accepted_at = $3, accepted_by = $4 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, tx.now, userId]);
  }

  /** Lets answered invitations forget a role of the company's own, so that it can be deleted. */
  async forgetRole(tx: TenantTx, customRoleId: string): Promise<void> {
    await tx.execute('UPDATE invitation SET custom_role_id = NULL WHERE tenant_id = $1 AND custom_role_id = $2', [tx.tenantId, customRoleId]);
  }
}
