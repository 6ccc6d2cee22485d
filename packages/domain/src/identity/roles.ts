/** Roles in a company that come with the platform; each is a set of permissions. A company may make more of its own. */
export const TENANT_ROLES = ['owner', 'admin', 'engineer', 'operator', 'viewer', 'finance'] as const;
export type TenantRole = (typeof TENANT_ROLES)[number];
/** Roles in the platform office. */
export type StaffRole = 'support' | 'finance' | 'review' | 'root';

/** What each staff role may do. Mail that is kept may hold links to new passwords, so only `root` is shown any. */
export const STAFF_ROLE_PERMISSIONS: Readonly<Record<StaffRole, readonly string[]>> = {
  support: ['company:read', 'company:impersonate', 'announcement:manage', 'flag:read', 'job:read', 'platform:read', 'erasure:read'],
  finance: ['company:read', 'payment:manage'],
  review: ['company:read', 'company:review', 'app-version:review'],
  root: ['company:read', 'company:impersonate', 'company:impersonate-write', 'announcement:manage', 'flag:read', 'flag:manage', 'company:review', 'company:suspend', 'company:plan', 'payment:manage', 'person:recover', 'app-version:review', 'mail:read', 'job:read', 'job:retry', 'platform:read', 'erasure:read'],
};

/** What decides about the company as a whole. No role but the owner's holds it, so that nobody but an owner makes an owner, says how people sign in, takes everything along, or closes the company. */
export const OWNER_ONLY: readonly string[] = ['tenant:transfer', 'tenant:export', 'tenant:close', 'security:update'];

/** What belongs to every role: to know the company one is in, and what one may do there. */
const BELONGING = ['tenant:read', 'role:read'];
/** What everybody with one of the platform's roles may look at: machines, what they say, and what apps make of it. */
const LOOKING = [...BELONGING, 'device:read', 'device-type:read', 'telemetry:read', 'app:read', 'subscription:read'];
/** The roles with a list of their own; owner and admin hold the vocabulary, whole or nearly. */
const LISTED: Readonly<Record<Exclude<TenantRole, 'owner' | 'admin'>, readonly string[]>> = {
  // Connects machines and sets apps up; what costs money or concerns people is for others.
  engineer: [
    ...LOOKING,
    'member:read',
    'device:create',
    'device:update',
    'device:retire',
    'device:delete',
    'device:release',
    'device:claim',
    'asset:manage',
    'device:credentials',
    'device-type:manage',
    'device:command',
    'campaign:manage',
    'series:update',
    'telemetry:import',
    'annotation:create',
    'subscription:update',
    'publisher:read',
    'app-version:submit',
  ],
  // Beside the machine: adds one, gives it the name it has on the floor, notes what happened.
  operator: [...LOOKING, 'member:read', 'device:create', 'device:claim', 'device:update', 'annotation:create'],
  viewer: LOOKING,
  // What the company owes and to whom it is billed.
  finance: [...LOOKING, 'member:read', 'company:update', 'billing:read', 'billing:manage', 'subscription:create', 'subscription:delete', 'audit:read'],
};

/**
 * The permissions of a role that comes with the platform.
 * @param all the tenant permission vocabulary, which the owner holds whole and an admin but for {@link OWNER_ONLY}
 */
export function rolePermissions(role: TenantRole, all: readonly string[]): readonly string[] {
  if (role === 'owner') return all;
  return role === 'admin' ? all.filter((permission) => !OWNER_ONLY.includes(permission)) : LISTED[role];
}

/**
 * The permissions that a company's own role gives: what belongs to every role, and those of its list that the platform still
 * knows and that are not for owners.
 * @param listed as the company keeps them; what a later release no longer knows is passed over
 */
export function ownRolePermissions(listed: readonly string[], all: readonly string[]): readonly string[] {
  return all.filter((permission) => BELONGING.includes(permission) || (listed.includes(permission) && !OWNER_ONLY.includes(permission)));
}

/** The permissions with what they need to be of use: whoever may change a thing may look at it, where there is looking. */
export function withReading(permissions: readonly string[], all: readonly string[]): readonly string[] {
  const needed = permissions.map((permission) => `${permission.split(':')[0] ?? ''}:read`);
  return all.filter((permission) => permissions.includes(permission) || needed.includes(permission));
}
