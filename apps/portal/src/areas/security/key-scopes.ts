import { TENANT_PERMISSIONS, isReading, type TenantPermission } from '@tenon/contracts/permissions';
import { keyPermissions } from '@tenon/domain/identity';

/** What a key is made for, as the page offers it; the API takes any set. */
export const KEY_SCOPES = ['telemetry', 'reading', 'all'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

const MACHINES_AND_VALUES: readonly string[] = ['device:read', 'telemetry:read'];

/** The permissions of a scope, of those that its maker holds. */
export function permissionsOf(scope: KeyScope, own: readonly string[]): readonly string[] {
  const possible = keyPermissions(TENANT_PERMISSIONS).filter((permission): permission is TenantPermission => own.includes(permission));
  if (scope === 'all') return possible;
  return possible.filter((permission) => (scope === 'reading' ? isReading(permission) : MACHINES_AND_VALUES.includes(permission)));
}
