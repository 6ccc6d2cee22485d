import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { Place } from '@tenon/domain/life';
import { isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';
import { isPlatformRole, joinRole, roleColumns, roleOf, type RoleColumns, type RoleRow } from './role-row.js';

/** A person of the company. */
export interface MemberRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly joinedAt: Date;
  readonly role: RoleRow;
  /** Where the company stands, which decides what is left of the role. */
  readonly place: Place;
}

type Selected = Omit<MemberRow, 'role'> & RoleColumns;

const MEMBER = `SELECT m.user_id AS "userId", m.name, m.email, m.joined_at AS "joinedAt", json_build_object('state', t.state, 'because', t.suspended_because) AS place, ${roleColumns('m')}
  FROM tenant_member m JOIN tenant t ON t.id = m.tenant_id ${joinRole('m')} WHERE m.tenant_id = $1`;
const FOUND = `($2 = '' OR m.name ILIKE $3 OR m.email ILIKE $3)`;

const toMember = ({ role, customRoleId, customName, customDescription, customPermissions, ...member }: Selected): MemberRow => ({
  ...member,
  role: roleOf({ role, customRoleId, customName, customDescription, customPermissions }),
});
const like = (search: string): string => `%${search.replace(/[\\%_]/g, '\\$&')}%`;

/** The people of the transaction's company. */
@Injectable()
export class MemberRepository {
  /**
   * Lets one transaction at a time change who belongs to the company and as what, until it ends. Rows that refer to the
   * company may be written meanwhile.
   */
  async lockAll(tx: TenantTx): Promise<void> {
    await tx.sql('SELECT 1 FROM tenant WHERE id = $1 FOR NO KEY UPDATE', [tx.tenantId]);
  }

  async find(tx: TenantTx, userId: string): Promise<MemberRow | undefined> {
    const rows = isUuid(userId) ? await tx.sql<Selected>(`${MEMBER} AND m.user_id = $2`, [tx.tenantId, userId]) : [];
    return rows.map(toMember)[0];
  }

  /** @throws AppError (not-found) MEMBER.NOT_FOUND, for a person of another company too */
  async get(tx: TenantTx, userId: string): Promise<MemberRow> {
    const member = await this.find(tx, userId);
    if (!member) throw notFound('MEMBER.NOT_FOUND', 'There is no such person in the company.');
    return member;
  }

  /** In the order in which they joined, one more than the page holds, and how many match in all. */
  async list(tx: TenantTx, page: PageRequest, search: string): Promise<{ rows: MemberRow[]; totalCount: number }> {
    const [at, id] = page.after ?? [null, null];
    const found = [tx.tenantId, search, like(search)];
    const rows = await tx.sql<Selected>(
      `${MEMBER} AND ${FOUND} AND ($4::timestamptz IS NULL OR (m.joined_at, m.user_id) > ($4::timestamptz, $5::uuid)) ORDER BY m.joined_at, m.user_id LIMIT $6`,
      [...found, at, id, page.limit + 1],
    );
    const counted = await tx.sql<{ count: number }>(`SELECT count(*)::int AS count FROM tenant_member m WHERE m.tenant_id = $1 AND ${FOUND}`, found);
    return { rows: rows.map(toMember), totalCount: counted[0]?.count ?? 0 };
  }

  /** All of them, in the order in which they joined. */
  async listAll(tx: TenantTx): Promise<MemberRow[]> {
    return (await tx.sql<Selected>(`${MEMBER} ORDER BY m.joined_at, m.user_id`, [tx.tenantId])).map(toMember);
  }

  async listIds(tx: TenantTx): Promise<string[]> {
    const rows = await tx.sql<{ id: string }>('SELECT user_id AS id FROM tenant_member WHERE tenant_id = $1', [tx.tenantId]);
    return rows.map(({ id }) => id);
  }

  async ownerIds(tx: TenantTx): Promise<string[]> {
    const rows = await tx.sql<{ id: string }>(`SELECT user_id AS id FROM tenant_member WHERE tenant_id = $1 AND role = 'owner'`, [tx.tenantId]);
    return rows.map(({ id }) => id);
  }

  /** Whose role is one of the company's own. */
  async idsWithRole(tx: TenantTx, customRoleId: string): Promise<string[]> {
    const rows = await tx.sql<{ id: string }>('SELECT user_id AS id FROM tenant_member WHERE tenant_id = $1 AND custom_role_id = $2', [tx.tenantId, customRoleId]);
    return rows.map(({ id }) => id);
  }

  async hasEmail(tx: TenantTx, email: string): Promise<boolean> {
    return (await tx.sql('SELECT 1 FROM tenant_member WHERE tenant_id = $1 AND email = $2', [tx.tenantId, email])).length > 0;
  }

  /** Whether they are new: whoever is there already stays as they are. `isBySso`: whether single sign-on lets them in. */
  async insert(tx: TenantTx, { userId, name, email, role, isBySso = false }: Pick<MemberRow, 'userId' | 'name' | 'email' | 'role'> & { readonly isBySso?: boolean }): Promise<boolean> {
    const count = await tx.execute(
      'INSERT INTO tenant_member (tenant_id, user_id, role, custom_role_id, name, email, joined_at, is_by_sso) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING',
      [tx.tenantId, userId, ...columnsOf(role), name, email, tx.now, isBySso],
    );
    return count > 0;
  }

  async setRole(tx: TenantTx, userId: string, role: RoleRow): Promise<void> {
    await tx.execute('UPDATE tenant_member SET role = $3, custom_role_id = $4 WHERE tenant_id = $1 AND user_id = $2', [tx.tenantId, userId, ...columnsOf(role)]);
  }

  async delete(tx: TenantTx, userId: string): Promise<void> {
    await tx.execute('DELETE FROM tenant_member WHERE tenant_id = $1 AND user_id = $2', [tx.tenantId, userId]);
  }
}

/** The two columns that say a role. */
export function columnsOf({ id }: RoleRow): [role: string, customRoleId: string | null] {
  return isPlatformRole(id) ? [id, null] : ['custom', id];
}
