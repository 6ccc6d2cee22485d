import { forbidden } from '@tenon/kernel';
import type { Actor } from './actor.js';

/** Whether the actor may do `permission` (`noun:verb`). What was not granted is denied; the guard, the worker and the portal's buttons all ask here. */
export function can(actor: Actor, permission: string): boolean {
  return actor.kind === 'system' || actor.permissions.has(permission);
}

/** Lets the actor pass or throws. @throws AppError (forbidden) AUTH.FORBIDDEN, with the permission that was missing */
export function demand(actor: Actor, permission: string): void {
  if (!can(actor, permission)) throw forbidden('AUTH.FORBIDDEN', 'You may not do this.', { permission });
}
