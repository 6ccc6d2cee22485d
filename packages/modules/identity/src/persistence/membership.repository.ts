import { companyDescribed } from '@tenon/contracts/events';
import type { SystemTx } from '@tenon/db';
import type { Origin, StaffRole } from '@tenon/domain/identity';
import type { TenantId } from '@tenon/kernel';

/** A company that the person belongs to; the oldest, where there are several. */
export async function findMembership(tx: SystemTx, userId: string): Promise<string | undefined> {
  const rows = await tx.sql<{ id: string }>('SELECT tenant_id AS id FROM tenant_member WHERE user_id = $1 ORDER BY joined_at LIMIT 1', [userId]);
  return rows[0]?.id;
}

/** Every company that the person belongs to. */
export async function listCompanyIds(tx: SystemTx, userId: string): Promise<TenantId[]> {
  const rows = await tx.sql<{ id: TenantId }>('SELECT tenant_id AS id FROM tenant_member WHERE user_id = $1', [userId]);
  return rows.map(({ id }) => id);
}

/** The companies that the person owns. */
export function listOwned(tx: SystemTx, userId: string): Promise<{ id: TenantId; name: string }[]> {
  return tx.sql(`SELECT t.id, t.name FROM tenant_member m JOIN tenant t ON t.id = m.tenant_id WHERE m.user_id = $1 AND m.role = 'owner' ORDER BY m.joined_at`, [userId]);
}

/** Whether there is a company with this id. */
export async function isCompany(tx: SystemTx, id: string): Promise<boolean> {
  return (await tx.sql('SELECT 1 FROM tenant WHERE id = $1', [id])).length > 0;
}

/** Somebody of a company by their address. */
export async function findMemberByEmail(tx: SystemTx, tenantId: string, email: string): Promise<{ userId: string; email: string } | undefined> {
  const rows = await tx.sql<{ userId: string; email: string }>('SELECT user_id AS "userId", email FROM tenant_member WHERE tenant_id = $1 AND lower(email) = $2', [tenantId, email]);
  return rows[0];
}

/** What a company is called; undefined where there is none. */
export async function findCompanyName(tx: SystemTx, id: string): Promise<string | undefined> {
  return (await tx.sql<{ name: string }>('SELECT name FROM tenant WHERE id = $1', [id]))[0]?.name;
}

/** A company that was not erased. */
export async function findOpenCompany(tx: SystemTx, id: string): Promise<{ name: string } | undefined> {
  return (await tx.sql<{ name: string }>(`SELECT name FROM tenant WHERE id = $1 AND state <> 'erased'`, [id]))[0];
}

/** Writes a new company with its owner, and the first line of its audit trail, and tells whoever looks at new ones. */
export async function insertCompany(tx: SystemTx, company: { id: TenantId; name: string; owner: { id: string; name: string; email: string }; origin: Origin | undefined }): Promise<void> {
  const { id, name, owner } = company;
  await tx.execute('INSERT INTO tenant (id, name) VALUES ($1, $2)', [id, name]);
  await tx.execute(`INSERT INTO tenant_member (tenant_id, user_id, role, name, email) VALUES ($1, $2, 'owner', $3, $4)`, [id, owner.id, owner.name, owner.email]);
  await tx.auditOf(id, owner, company.origin, 'tenant.created', { name });
  await tx.enqueueFor(id, companyDescribed, {});
}

/** Whether a person is staff of the platform. */
export async function isStaff(tx: SystemTx, userId: string): Promise<boolean> {
  return (await tx.sql('SELECT 1 FROM platform_staff WHERE user_id = $1', [userId])).length > 0;
}

/** Makes a person staff of the platform, or changes their role. */
export async function putStaff(tx: SystemTx, userId: string, role: StaffRole): Promise<void> {
  await tx.execute('INSERT INTO platform_staff (user_id, role) VALUES ($1, $2) ON CONFLICT (user_id) DO UPDATE SET role = excluded.role', [userId, role]);
}
