import type { SystemTx } from '@tenon/db';
import type { ImpersonationEnd, StaffActor } from '@tenon/domain/identity';
import type { TenantId, UserId } from '@tenon/kernel';

/** A look at a company as it is kept. */
export interface ImpersonationRow {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly staffId: UserId;
  readonly staffEmail: string;
  readonly reason: string;
  readonly mayWrite: boolean;
  readonly beganAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: ImpersonationEnd | null;
  /** How often each root field or route was asked. */
  readonly operations: Readonly<Record<string, number>>;
}

/** A look as it begins. */
export interface NewImpersonation {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly staff: StaffActor;
  readonly sessionId: string;
  readonly reason: string;
  readonly mayWrite: boolean;
  readonly beganAt: Date;
  readonly endsAt: Date;
}

const ROW = `tenant_id AS "tenantId", id, staff_id AS "staffId", staff_email AS "staffEmail", reason, may_write AS "mayWrite", began_at AS "beganAt", ends_at AS "endsAt",
  ended_at AS "endedAt", ended_by AS "endedBy", operations`;
/** Of roles that may no longer do it. */
const MAY_NOT = `NOT EXISTS (SELECT 1 FROM platform_staff p WHERE p.user_id = i.staff_id AND p.role = ANY(CASE WHEN i.may_write THEN $2::text[] ELSE $1::text[] END))`;

export async function insertImpersonation(tx: SystemTx, { staff, ...look }: NewImpersonation): Promise<void> {
  await tx.execute(
    `INSERT INTO impersonation (tenant_id, id, staff_id, staff_email, session_id, reason, may_write, began_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [look.tenantId, look.id, staff.userId, staff.email, look.sessionId, look.reason, look.mayWrite, look.beganAt, look.endsAt],
  );
}

/** Ends what somebody looks at now, if anything; one whose time has passed ended then. */
export async function endImpersonation(tx: SystemTx, staffId: string, by: ImpersonationEnd): Promise<void> {
  await tx.execute(`UPDATE impersonation SET ended_at = LEAST($3::timestamptz, ends_at), ended_by = CASE WHEN ends_at <= $3 THEN 'time' ELSE $2 END WHERE staff_id = $1 AND ended_at IS NULL`, [staffId, by, tx.now]);
}

/** Ends those whose time has passed, and those of whoever no longer has a role that may. @param roles that may look, and that may write */
export async function endLapsed(tx: SystemTx, roles: { readonly looking: readonly string[]; readonly writing: readonly string[] }): Promise<void> {
  await tx.execute(`UPDATE impersonation i SET ended_at = LEAST($3::timestamptz, ends_at), ended_by = CASE WHEN ends_at <= $3 THEN 'time' ELSE 'role' END WHERE ended_at IS NULL AND (ends_at <= $3 OR ${MAY_NOT})`, [roles.looking, roles.writing, tx.now]);
}

/** Takes those that have ended and were not told of, so that each is told of once. @param staffId of one person alone; null for all */
export function settleImpersonations(tx: SystemTx, staffId: string | null): Promise<ImpersonationRow[]> {
  return tx.sql(`UPDATE impersonation SET settled_at = $2 WHERE settled_at IS NULL AND ended_at IS NOT NULL AND ($1::uuid IS NULL OR staff_id = $1) RETURNING ${ROW}`, [staffId, tx.now]);
}

/** The newest of a company, at most 20. */
export function listImpersonations(tx: SystemTx, tenantId: string): Promise<ImpersonationRow[]> {
  return tx.sql(`SELECT ${ROW} FROM impersonation WHERE tenant_id = $1 ORDER BY began_at DESC, id LIMIT 20`, [tenantId]);
}
