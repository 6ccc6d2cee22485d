/** The one vocabulary of what may be done, `noun:verb`. Roles, apps' scopes and API keys are sets of these. */
export const TENANT_PERMISSIONS = [
  'tenant:read',
  'tenant:update',
  'tenant:transfer',
  'tenant:export',
  'tenant:close',
  'company:update',
  'security:update',
  'billing:read',
  'billing:manage',
  'member:read',
  'member:invite',
  'member:update',
  'member:remove',
  'role:read',
  'role:create',
  'role:update',
  'role:delete',
  'api-key:read',
  'api-key:create',
  'api-key:revoke',
  'robot:read',
  'robot:manage',
  'audit:read',
  'device:read',
  'device:create',
  'device:update',
  'device:retire',
  'device:delete',
  'device:release',
  'device:claim',
  'device:credentials',
  'asset:manage',
  'device-type:read',
  'device-type:manage',
  'device:command',
  'campaign:manage',
  'annotation:create',
  'annotation:manage',
  'telemetry:read',
  'telemetry:delete',
  'telemetry:import',
  'series:update',
  'app:read',
  'subscription:read',
  'subscription:create',
  'subscription:update',
  'subscription:delete',
  'publisher:read',
  'publisher:create',
  'app-version:submit',
] as const;

/** What only people of the platform office may do. */
export const STAFF_PERMISSIONS = ['company:read', 'company:impersonate', 'company:impersonate-write', 'announcement:manage', 'flag:read', 'flag:manage', 'company:review', 'company:suspend', 'company:plan', 'payment:manage', 'person:recover', 'app-version:review', 'mail:read', 'job:read', 'job:retry', 'platform:read', 'erasure:read'] as const;

export type TenantPermission = (typeof TENANT_PERMISSIONS)[number];
export type StaffPermission = (typeof STAFF_PERMISSIONS)[number];
export type Permission = TenantPermission | StaffPermission;

/** What a third-party app may ask for in its manifest: reading only, until writing has a use. */
export const APP_SCOPES = ['device:read', 'telemetry:read'] as const satisfies readonly TenantPermission[];
export type AppScope = (typeof APP_SCOPES)[number];

/** Whether a permission changes nothing. Taking along what is one's own is reading all of it. */
export function isReading(permission: Permission): boolean {
  return permission.endsWith(':read') || permission === 'tenant:export';
}
