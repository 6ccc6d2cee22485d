import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '@tenon/contracts/permissions';
import type { StaffActor, TenantActor, UserActor } from '@tenon/domain/identity';
import { bug, forbidden } from '@tenon/kernel';
import { withheld } from './impersonator-door.js';
import type { Principal } from './principal.js';
import { requestContext } from './request-context.js';

export const PERMISSION = Symbol('permission');
export const OPEN = Symbol('open');
export const OPEN_TO_SIGNED_IN = Symbol('open to signed in');
export const VERIFIED_EMAIL = Symbol('verified e-mail');
export const WITHHELD_FROM_OFFICE = Symbol('withheld from the office');
export const WHILE_LOOKING = Symbol('while looking at a company');

/** What the caller must hold to come in here. Every root field and route declares this, {@link OpenToAll} or {@link OpenToSignedIn}; what declares none is denied. */
export const RequirePermission = (permission: Permission): CustomDecorator<symbol> => SetMetadata(PERMISSION, permission);

/** Lets everybody in, signed in or not; `because` says why that is right. */
export const OpenToAll = (because: string): CustomDecorator<symbol> => SetMetadata(OPEN, because);

/** Lets in everybody who is signed in, whatever company they are in, if any; `because` says why that is right. */
export const OpenToSignedIn = (because: string): CustomDecorator<symbol> => SetMetadata(OPEN_TO_SIGNED_IN, because);

/** Beside what says who may come in: lets nobody in whose address is not verified; `because` says what of it reaches others, costs money, or outlives a new password. */
export const RequireVerifiedEmail = (because: string): CustomDecorator<symbol> => SetMetadata(VERIFIED_EMAIL, because);

/** Beside what says who may come in: lets nobody of the office in who looks at the company, whatever they may do there; `because` says which secret it shows or makes. */
export const WithheldFromOffice = (because: string): CustomDecorator<symbol> => SetMetadata(WITHHELD_FROM_OFFICE, because);

/** Beside what says who may come in: is about the look at a company itself, so it is open while that lasts. */
export const WhileLooking = (): CustomDecorator<symbol> => SetMetadata(WHILE_LOOKING, true);

/** The actor, inside their company. */
export const CurrentActor = createParamDecorator((_: unknown, execution: ExecutionContext): TenantActor => {
  const { inCompany } = requestContext(execution);
  if (!inCompany) throw bug('AUTH.NO_TENANT', 'A handler of a company runs for somebody whom no guard let in there.');
  return inCompany;
});

/** The actor inside their company, where it must be a person: no app and no key decides about people. */
export const CurrentPerson = createParamDecorator((_: unknown, execution: ExecutionContext): UserActor => {
  const { inCompany } = requestContext(execution);
  if (inCompany?.kind === 'impersonator') throw withheld();
  if (inCompany?.kind !== 'user') throw forbidden('AUTH.PERSON_REQUIRED', 'Only a person who is signed in may do this.');
  return inCompany;
});

/** The actor, in the platform office. */
export const CurrentStaff = createParamDecorator((_: unknown, execution: ExecutionContext): StaffActor => {
  const { inOffice } = requestContext(execution);
  if (!inOffice) throw bug('AUTH.NOT_STAFF', 'A handler of the office runs for somebody whom no guard let in there.');
  return inOffice;
});

/** Whoever asks, for what is open to everybody who is signed in. */
export const CurrentSignedIn = createParamDecorator(async (_: unknown, execution: ExecutionContext): Promise<Principal> => {
  const principal = await requestContext(execution).principal;
  if (!principal) throw bug('AUTH.NO_PRINCIPAL', 'Somebody was let in whom nobody knows.');
  return principal;
});

/** Whoever asks, or null; for what is open to all. */
export const CurrentPrincipal = createParamDecorator(async (_: unknown, execution: ExecutionContext): Promise<Principal | null> => {
  return (await requestContext(execution).principal) ?? null;
});
