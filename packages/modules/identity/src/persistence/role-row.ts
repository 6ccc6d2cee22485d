import { TENANT_PERMISSIONS, type TenantPermission } from '@tenon/contracts/permissions';
import { ownRolePermissions, rolePermissions, TENANT_ROLES, type TenantRole } from '@tenon/domain/identity';

/** A role as it is given to people: one of the platform's, by its name, or one of the company's own, by its id. */
export interface RoleRow {
  readonly id: string;
  /** Null for the platform's, whose words are in the catalogues. */
  readonly name: string | null;
  readonly description: string | null;
  readonly permissions: readonly TenantPermission[];
}

/** The columns by which a row says whose role it has. */
export interface RoleColumns {
  readonly role: TenantRole | 'custom';
  readonly customRoleId: string | null;
  readonly customName: string | null;
  readonly customDescription: string | null;
  readonly customPermissions: readonly string[] | null;
}

/** Selects {@link RoleColumns} of `holder`, a table with `role` and `custom_role_id`, joined with `tenant_role r`. */
export const roleColumns = (holder: string): string =>
  `${holder}.role, ${holder}.custom_role_id AS "customRoleId", r.name AS "customName", r.description AS "customDescription", r.permissions AS "customPermissions"`;
/** The join that {@link roleColumns} needs. */
export const joinRole = (holder: string): string => `LEFT JOIN tenant_role r ON r.tenant_id = ${holder}.tenant_id AND r.id = ${holder}.custom_role_id`;

const inVocabulary = (permissions: readonly string[]): readonly TenantPermission[] => TENANT_PERMISSIONS.filter((permission) => permissions.includes(permission));

/** One of the platform's roles. */
export function platformRole(role: TenantRole): RoleRow {
  return { id: role, name: null, description: null, permissions: inVocabulary(rolePermissions(role, TENANT_PERMISSIONS)) };
}

/** A company's own role. */
export function ownRole(role: { id: string; name: string; description: string; permissions: readonly string[] }): RoleRow {
  return { ...role, permissions: inVocabulary(ownRolePermissions(role.permissions, TENANT_PERMISSIONS)) };
}

/** Whether the id is the name of one of the platform's roles. */
export function isPlatformRole(id: string): id is TenantRole {
  return TENANT_ROLES.some((role) => role === id);
}

/** The role that a row says. */
export function roleOf({ role, customRoleId, customName, customDescription, customPermissions }: RoleColumns): RoleRow {
  if (role !== 'custom') return platformRole(role);
  return ownRole({ id: customRoleId ?? role, name: customName ?? '', description: customDescription ?? '', permissions: customPermissions ?? [] });
}
