/** Roles in a company; each is a set of permissions. */
export type TenantRole = 'owner';
/** Roles in the platform office. */
export type StaffRole = 'support' | 'review' | 'root';

/** What each staff role may do. Mail that is kept may hold links to new passwords, so only `root` is shown any. */
export const STAFF_ROLE_PERMISSIONS: Readonly<Record<StaffRole, readonly string[]>> = {
  support: ['company:read'],
  review: ['company:read', 'app-version:review'],
  root: ['company:read', 'company:suspend', 'app-version:review', 'mail:read'],
};

/**
 * The permissions a role gives in a company of this state. A suspended company keeps only what reads.
 * @param all the tenant permission vocabulary, which the owner holds whole
 */
export function tenantPermissions(role: TenantRole, state: 'active' | 'suspended', all: readonly string[]): ReadonlySet<string> {
  const granted = role === 'owner' ? all : [];
  return new Set(state === 'active' ? granted : granted.filter((permission) => permission.endsWith(':read')));
}
