import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { rolePermissions, type TenantRole } from '@tenon/domain/identity';
import { permissionsLeft, type Place } from '@tenon/domain/life';

/** By role and place, of which there are some dozens. */
const reckoned = new Map<string, ReadonlySet<string>>();

/** What one of the platform's own roles may do in a company that stands here. Every request asks, so each is reckoned once. */
export function rolePowers(role: TenantRole, place: Place): ReadonlySet<string> {
  const key = `${role} ${place.state} ${place.because}`;
  const known = reckoned.get(key) ?? permissionsLeft(rolePermissions(role, TENANT_PERMISSIONS), place);
  reckoned.set(key, known);
  return known;
}
