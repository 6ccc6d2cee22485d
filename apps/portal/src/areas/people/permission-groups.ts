import type { TenantPermission } from '@tenon/contracts/permissions';

/** Every permission once, in groups of what people think of together. */
export const PERMISSION_GROUPS = {
  company: ['tenant:read', 'tenant:update', 'company:update', 'billing:read', 'billing:manage', 'audit:read', 'robot:read', 'robot:manage', 'api-key:read', 'api-key:create', 'api-key:revoke', 'security:update', 'tenant:transfer', 'tenant:export', 'tenant:close'],
  people: ['member:read', 'member:invite', 'member:update', 'member:remove', 'role:read', 'role:create', 'role:update', 'role:delete'],
  machines: ['device:read', 'telemetry:read', 'device-type:read', 'device-type:manage', 'annotation:create', 'annotation:manage', 'device:create', 'device:update', 'asset:manage', 'series:update', 'device:credentials', 'device:command', 'campaign:manage', 'telemetry:import', 'telemetry:delete', 'device:claim', 'device:release', 'device:retire', 'device:delete'],
  apps: ['app:read', 'subscription:read', 'subscription:update', 'subscription:create', 'subscription:delete'],
  publishing: ['publisher:read', 'publisher:create', 'app-version:submit'],
} as const satisfies Readonly<Record<string, readonly TenantPermission[]>>;

export type PermissionGroup = keyof typeof PERMISSION_GROUPS;
export const GROUP_NAMES = Object.keys(PERMISSION_GROUPS) as PermissionGroup[];
