import { conflict, forbidden } from '@tenon/kernel';

/** What of `wanted` goes beyond what somebody holds themselves. */
export function beyond(own: ReadonlySet<string>, wanted: readonly string[]): readonly string[] {
  return wanted.filter((permission) => !own.has(permission));
}

/**
 * Nobody hands on more than they hold: a role is made, changed or given only by whoever has all of it.
 * @param own what the actor holds
 * @param wanted what the role gives
 * @throws AppError (forbidden) ROLE.BEYOND_OWN, with the permissions that are too much
 */
export function demandNoMore(own: ReadonlySet<string>, wanted: readonly string[]): void {
  const permissions = beyond(own, wanted);
  if (permissions.length > 0) throw forbidden('ROLE.BEYOND_OWN', 'This role may do more than you.', { permissions });
}

/**
 * Nobody changes the place of somebody who may do more than they.
 * @param own what the actor holds
 * @param theirs what the other person's role gives
 * @throws AppError (forbidden) MEMBER.ABOVE_OWN, with the permissions that the actor lacks
 */
export function demandNotAbove(own: ReadonlySet<string>, theirs: readonly string[]): void {
  const permissions = beyond(own, theirs);
  if (permissions.length > 0) throw forbidden('MEMBER.ABOVE_OWN', 'This person may do more than you.', { permissions });
}

/**
 * A company is never without an owner.
 * @param ownerIds who owns the company now
 * @param leavingId who would no longer
 * @throws AppError (conflict) MEMBER.LAST_OWNER
 */
export function demandOwnerRemains(ownerIds: readonly string[], leavingId: string): void {
  if (ownerIds.every((id) => id === leavingId)) throw conflict('MEMBER.LAST_OWNER', 'The company needs an owner. Hand it over first.');
}
