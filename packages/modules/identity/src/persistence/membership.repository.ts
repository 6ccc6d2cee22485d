import type { SystemTx } from '@tenon/db';
import type { StaffRole, TenantRole } from '@tenon/domain/identity';
import type { TenantId } from '@tenon/kernel';

/** A person's place in a company, with what is needed to decide what they may do. */
export interface Membership {
  readonly tenantId: string;
  readonly tenantState: 'active' | 'suspended';
  readonly role: TenantRole;
}

/** The company a person belongs to; the oldest, where there are several. */
export async function findMembership(tx: SystemTx, userId: string): Promise<Membership | undefined> {
  const rows = await tx.sql<Membership>(
    `SELECT m.tenant_id AS "tenantId", t.state AS "tenantState", m.role
     FROM tenant_member m JOIN tenant t ON t.id = m.tenant_id
     WHERE m.user_id = $1 ORDER BY m.joined_at LIMIT 1`,
    [userId],
  );
  return rows[0];
}

/** Lets one transaction at a time decide about a person, until it ends. */
export async function lockPerson(tx: SystemTx, userId: string): Promise<void> {
  await tx.sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [userId]);
}

/** Writes a new company with its owner, and the first line of its audit trail. */
export async function insertCompany(tx: SystemTx, company: { id: TenantId; name: string; owner: { id: string; name: string; email: string } }): Promise<void> {
  const { id, name, owner } = company;
  await tx.execute('INSERT INTO tenant (id, name) VALUES ($1, $2)', [id, name]);
  await tx.execute(`INSERT INTO tenant_member (tenant_id, user_id, role, name, email) VALUES ($1, $2, 'owner', $3, $4)`, [id, owner.id, owner.name, owner.email]);
  await tx.execute(
    `INSERT INTO audit_entry (tenant_id, action, actor_kind, actor_id, actor, details) VALUES ($1, 'tenant.created', 'user', $2, $3, $4)`,
    [id, owner.id, owner.email, JSON.stringify({ name })],
  );
}

/** Whether a person is staff of the platform. */
export async function isStaff(tx: SystemTx, userId: string): Promise<boolean> {
  return (await tx.sql('SELECT 1 FROM platform_staff WHERE user_id = $1', [userId])).length > 0;
}

/** Makes a person staff of the platform, or changes their role. */
export async function putStaff(tx: SystemTx, userId: string, role: StaffRole): Promise<void> {
  await tx.execute('INSERT INTO platform_staff (user_id, role) VALUES ($1, $2) ON CONFLICT (user_id) DO UPDATE SET role = excluded.role', [userId, role]);
}
