import { Injectable } from '@nestjs/common';
import { isUniqueViolation, type TenantTx } from '@tenon/db';
import { TENANT_ROLES } from '@tenon/domain/identity';
import { conflict, isUuid, notFound } from '@tenon/kernel';
import { isPlatformRole, ownRole, platformRole, type RoleRow } from './role-row.js';

/** What a company says of a role of its own. */
export interface RoleWords {
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly string[];
}

/** A role, and how many people have it. */
export interface CountedRole extends RoleRow {
  readonly memberCount: number;
}

/** The roles that the transaction's company may give: the platform's, and its own. */
@Injectable()
export class RoleRepository {
  /** The platform's first, then the company's own by name. */
  async listAll(tx: TenantTx): Promise<CountedRole[]> {
    const own = await tx.prisma.tenantRole.findMany({ where: { tenantId: tx.tenantId }, orderBy: { name: 'asc' } });
    const held = await tx.sql<{ id: string; count: number }>(
      'SELECT COALESCE(custom_role_id::text, role) AS id, count(*)::int AS count FROM tenant_member WHERE tenant_id = $1 GROUP BY 1',
      [tx.tenantId],
    );
    const counts = new Map(held.map(({ id, count }) => [id, count]));
    return [...TENANT_ROLES.map(platformRole), ...own.map(ownRole)].map((role) => ({ ...role, memberCount: counts.get(role.id) ?? 0 }));
  }

  /** One of the platform's or of the company's own. @throws AppError (not-found) ROLE.NOT_FOUND, for another tenant's too */
  async get(tx: TenantTx, id: string): Promise<RoleRow> {
    return isPlatformRole(id) ? platformRole(id) : this.getOwn(tx, id);
  }

  /** One of the company's own. @throws AppError (not-found) ROLE.NOT_FOUND; (conflict) ROLE.BUILT_IN for the platform's, which nobody changes */
  async getOwn(tx: TenantTx, id: string): Promise<RoleRow> {
    if (isPlatformRole(id)) throw conflict('ROLE.BUILT_IN', 'This role comes with the platform and stays as it is.');
    const role = isUuid(id) ? await tx.prisma.tenantRole.findUnique({ where: { tenantId_id: { tenantId: tx.tenantId, id } } }) : null;
    if (!role) throw notFound('ROLE.NOT_FOUND', 'There is no such role.');
    return ownRole(role);
  }

  countOwn(tx: TenantTx): Promise<number> {
    return tx.prisma.tenantRole.count({ where: { tenantId: tx.tenantId } });
  }

  /** @throws AppError (conflict) ROLE.NAME_TAKEN */
  async insert(tx: TenantTx, words: RoleWords): Promise<RoleRow> {
    const id = tx.newId();
    const { name, description, permissions } = words;
    await named(name, () => tx.prisma.tenantRole.create({ data: { tenantId: tx.tenantId, id, name, description, permissions: [...permissions] } }));
    return this.getOwn(tx, id);
  }

  /** @throws AppError (conflict) ROLE.NAME_TAKEN */
  async update(tx: TenantTx, id: string, { name, description, permissions }: RoleWords): Promise<RoleRow> {
    await named(name, () => tx.prisma.tenantRole.update({ where: { tenantId_id: { tenantId: tx.tenantId, id } }, data: { name, description, permissions: [...permissions] } }));
    return this.getOwn(tx, id);
  }

  async delete(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('DELETE FROM tenant_role WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id]);
  }
}

async function named(name: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isUniqueViolation(error)) throw conflict('ROLE.NAME_TAKEN', 'Another role has this name.', { name });
    throw error;
  }
}
