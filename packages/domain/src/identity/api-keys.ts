import { forbidden, invalid } from '@tenon/kernel';
import { beyond } from './power.js';
import { OWNER_ONLY } from './roles.js';

/** What is decided by persons who are signed in, and by no key: people, roles, keys, how people sign in, what is paid for, where news go. A key may read people, roles and bills. */
const BY_PERSONS = ['member', 'role', 'api-key', 'security', 'billing', 'robot'];
const READABLE = ['member:read', 'role:read', 'billing:read'];

/** The permissions that an API key may hold. @param all the tenant permission vocabulary */
export function keyPermissions(all: readonly string[]): readonly string[] {
  return all.filter((permission) => READABLE.includes(permission) || (!BY_PERSONS.includes(permission.split(':')[0] ?? '') && !OWNER_ONLY.includes(permission)));
}

/**
 * What a new key holds: what was wanted, in the vocabulary's order.
 * @param own what its maker holds now
 * @param all the tenant permission vocabulary
 * @throws AppError (invalid) API_KEY.NO_PERMISSION, API_KEY.NOT_FOR_KEYS; (forbidden) API_KEY.BEYOND_OWN, with the permissions that are too much
 */
export function keyScope(wanted: readonly string[], own: ReadonlySet<string>, all: readonly string[]): readonly string[] {
  const possible = keyPermissions(all);
  if (wanted.length === 0) throw invalid('API_KEY.NO_PERMISSION', 'A key needs at least one permission.');
  const refused = wanted.filter((permission) => !possible.includes(permission));
  if (refused.length > 0) throw invalid('API_KEY.NOT_FOR_KEYS', 'No key can hold this permission.', { permissions: refused });
  const above = beyond(own, wanted);
  if (above.length > 0) throw forbidden('API_KEY.BEYOND_OWN', 'A key may do no more than its maker.', { permissions: above });
  return possible.filter((permission) => wanted.includes(permission));
}

/** What a key may do now: what it holds and its maker still holds. */
export function keyPowers(held: readonly string[], makers: ReadonlySet<string>, all: readonly string[]): ReadonlySet<string> {
  return new Set(keyPermissions(all).filter((permission) => held.includes(permission) && makers.has(permission)));
}
