import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '@tenon/contracts/permissions';
import type { Actor, StaffActor, TenantActor } from '@tenon/domain/identity';
import { bug } from '@tenon/kernel';
import type { Principal } from './principal.js';
import { requestContext } from './request-context.js';

export const PERMISSION = Symbol('permission');
export const OPEN = Symbol('open');

/** What the caller must hold to come in here. Every root field and route declares this or {@link OpenToAll}; what declares neither is denied. */
export const RequirePermission = (permission: Permission): CustomDecorator<symbol> => SetMetadata(PERMISSION, permission);

/** Lets everybody in, signed in or not; `because` says why that is right. */
export const OpenToAll = (because: string): CustomDecorator<symbol> => SetMetadata(OPEN, because);

function actorOf(execution: ExecutionContext): Actor {
  const { actor } = requestContext(execution);
  if (!actor) throw bug('AUTH.NO_ACTOR', 'A handler asks for an actor that no guard let in.');
  return actor;
}

/** The actor, inside their company. */
export const CurrentActor = createParamDecorator((_: unknown, execution: ExecutionContext): TenantActor => {
  const actor = actorOf(execution);
  if (actor.kind === 'staff') throw bug('AUTH.NO_TENANT', 'A handler of a company let in somebody of the office.');
  return actor;
});

/** The actor, in the platform office. */
export const CurrentStaff = createParamDecorator((_: unknown, execution: ExecutionContext): StaffActor => {
  const actor = actorOf(execution);
  if (actor.kind !== 'staff') throw bug('AUTH.NOT_STAFF', 'A handler of the office let in somebody else.');
  return actor;
});

/** Whoever asks, or null; for what is open to all. */
export const CurrentPrincipal = createParamDecorator(async (_: unknown, execution: ExecutionContext): Promise<Principal | null> => {
  return (await requestContext(execution).principal) ?? null;
});
