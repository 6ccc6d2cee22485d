import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { STAFF_PERMISSIONS, type Permission } from '@tenon/contracts/permissions';
import { can, type ImpersonatorActor, type Origin, type StaffActor, type UserActor } from '@tenon/domain/identity';
import type { Place } from '@tenon/domain/life';
import { AppError, conflict, forbidden, unauthenticated } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import { isRefusal, noteRefusal } from './access-log.js';
import { ApiKeyResolver, presentedKey, type KeyHolder } from './api-key-resolver.js';
import { OPEN, OPEN_TO_SIGNED_IN, PERMISSION, VERIFIED_EMAIL, WHILE_LOOKING, WITHHELD_FROM_OFFICE } from './decorators.js';
import { askedDoor, demandReading, ImpersonationLedger, withheld } from './impersonator-door.js';
import { PrincipalResolver, type Principal } from './principal.js';
import { haltRefusal } from './halt-refusal.js';
import { requestContext, type RequestContext } from './request-context.js';
import { LOG } from './tokens.js';

const OFFICE: ReadonlySet<string> = new Set(STAFF_PERMISSIONS);

/** Stands before every root field and route, and denies what does not say who may come in. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly principals: PrincipalResolver,
    private readonly keys: ApiKeyResolver,
    private readonly looks: ImpersonationLedger,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    try {
      return await this.decide(execution);
    } catch (error) {
      // Of routes the filter of errors says it, with what their own code refuses.
      const isOurs = execution.getType<string>() === 'graphql' && error instanceof AppError && isRefusal(error);
      if (isOurs) void noteRefusal(this.log, askedDoor(execution).name, error, requestContext(execution));
      throw error;
    }
  }

  private async decide(execution: ExecutionContext): Promise<boolean> {
    const targets = [execution.getHandler(), execution.getClass()];
    const context = requestContext(execution);
    const key = presentedKey(context.headers.authorization);
    if (key !== undefined) return this.admitKey(execution, context, key);
    context.principal ??= this.principals.resolve(context.headers, context.keepCookies).then((principal) => principal && fromWhere(principal, context));
    this.demandNoMoreThanALook(execution, await context.principal);
    if (this.reflector.getAllAndOverride<string | undefined>(OPEN, targets)) return true;
    if (this.reflector.getAllAndOverride<string | undefined>(OPEN_TO_SIGNED_IN, targets)) {
      const principal = await context.principal;
      if (!principal) throw signInFirst();
      this.demandVerifiedEmail(execution, principal);
      return true;
    }
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, targets);
    if (!permission) throw forbidden('AUTH.UNDECLARED', 'This is closed, because it does not say who may use it.');
    const actor = admit(await context.principal, permission);
    if (actor.kind !== 'staff') demandSameCompany(context, actor);
    this.demandVerifiedEmail(execution, await context.principal);
    if (actor.kind === 'staff') context.inOffice = actor;
    else context.inCompany = actor;
    await this.countLook(execution, context, await context.principal);
    return true;
  }

  /** Somebody of the office who looks at a company does there and elsewhere no more than that allows. @throws AppError (forbidden) AUTH.IMPERSONATION_READS, AUTH.IMPERSONATION_WITHHELD */
  private demandNoMoreThanALook(execution: ExecutionContext, principal: Principal | null): void {
    const targets = [execution.getHandler(), execution.getClass()];
    const isDeclared = (...keys: symbol[]): boolean => keys.some((key) => this.reflector.getAllAndOverride<unknown>(key, targets) !== undefined);
    const isRoute = execution.getType<string>() !== 'graphql';
    // Signing out and in, and what is opened by a mailed link, is nobody's look.
    if (!principal?.impersonation || isDeclared(WHILE_LOOKING) || (isRoute && isDeclared(OPEN))) return;
    demandReading(principal.impersonation, askedDoor(execution));
    if (isDeclared(OPEN_TO_SIGNED_IN, WITHHELD_FROM_OFFICE)) throw withheld();
  }

  private async countLook(execution: ExecutionContext, { inCompany }: RequestContext, principal: Principal | null): Promise<void> {
    if (inCompany?.kind === 'impersonator' && principal?.impersonation) await this.looks.count(principal.impersonation, askedDoor(execution).name);
  }

  /** A program, by its key: in its own company, and nowhere that is a person's or the office's. Cookies beside it count for nothing. */
  private async admitKey(execution: ExecutionContext, context: RequestContext, key: string): Promise<boolean> {
    const targets = [execution.getHandler(), execution.getClass()];
    context.principal ??= Promise.resolve(null);
    context.keyHolder ??= this.keys.resolve(key);
    const holder = await context.keyHolder;
    if (this.reflector.getAllAndOverride<string | undefined>(OPEN, targets)) return true;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, targets);
    if (!permission) throw forbidden('AUTH.PERSON_REQUIRED', 'Only a person who is signed in may do this.');
    admitHolder(holder, permission);
    demandSameCompany(context, holder.actor);
    this.demandVerifiedEmail(execution, holder);
    const origin: Origin = { via: 'api-key', viaId: holder.actor.keyId, address: context.ip, userAgent: context.headers['user-agent'] };
    context.inCompany = { ...holder.actor, origin };
    return true;
  }

  /** Where the door asks for it, after the permission: whoever may not at all need not verify anything. @throws AppError (forbidden) AUTH.EMAIL_NOT_VERIFIED */
  private demandVerifiedEmail(execution: ExecutionContext, who: Pick<Principal, 'isEmailVerified'> | null): void {
    const because = this.reflector.getAllAndOverride<string | undefined>(VERIFIED_EMAIL, [execution.getHandler(), execution.getClass()]);
    if (because === undefined || who?.isEmailVerified) return;
    throw forbidden('AUTH.EMAIL_NOT_VERIFIED', 'Verify your e-mail address first, by the link that was mailed to you.');
  }
}

/** The same caller, who says where they ask from to whatever writes it down. Once a request: what is asked together is told by the actor. */
function fromWhere(principal: Principal, { ip, headers }: RequestContext): Principal {
  const origin: Origin = { via: 'session', viaId: principal.session.id, address: ip, userAgent: headers['user-agent'] };
  return { ...principal, origin, user: principal.user && { ...principal.user, origin }, staff: principal.staff && { ...principal.staff, origin } };
}

/** Lets nothing that was meant for one company happen to another. @throws AppError (conflict) AUTH.COMPANY_CHANGED */
function demandSameCompany({ company }: RequestContext, { tenantId }: Pick<UserActor | ImpersonatorActor, 'tenantId'>): void {
  if (company !== undefined && company !== tenantId) throw conflict('AUTH.COMPANY_CHANGED', 'The session is in another company now. Load the page again.');
}

const signInFirst = (): AppError => unauthenticated('AUTH.SIGN_IN_REQUIRED', 'Sign in first.');

/**
 * The part in which this caller may use this permission.
 * @throws AppError (unauthenticated) AUTH.SIGN_IN_REQUIRED; (forbidden) AUTH.SSO_REQUIRED, AUTH.SECOND_FACTOR_REQUIRED, as {@link haltRefusal}, AUTH.FORBIDDEN
 */
function admit(principal: Principal | null, permission: Permission): StaffActor | UserActor | ImpersonatorActor {
  if (!principal) throw signInFirst();
  const isOffice = OFFICE.has(permission);
  const actor = isOffice ? principal.staff : principal.user;
  if (actor && can(actor, permission)) return actor;
  throw refusal(permission, isOffice ? { place: null, lacksSecondFactor: principal.lacksSecondFactor.office } : { ...principal, lacksSecondFactor: principal.lacksSecondFactor.company });
}

/** @throws AppError (forbidden), as {@link admit} */
function admitHolder({ actor, ...standing }: KeyHolder, permission: Permission): void {
  if (!OFFICE.has(permission) && can(actor, permission)) return;
  throw refusal(permission, OFFICE.has(permission) ? { place: null, lacksSecondFactor: false } : standing);
}

/** Why somebody may not, by what may be mended first. */
function refusal(permission: Permission, { place, lacksSecondFactor, lacksSingleSignOn = false }: { place: Place | null; lacksSecondFactor: boolean; lacksSingleSignOn?: boolean }): AppError {
  if (lacksSingleSignOn) return forbidden('AUTH.SSO_REQUIRED', 'This company opens only by its single sign-on. Sign in by it.');
  if (lacksSecondFactor) return forbidden('AUTH.SECOND_FACTOR_REQUIRED', 'A second factor is demanded here. Set one up first.');
  return (place && haltRefusal(permission, place)) ?? forbidden('AUTH.FORBIDDEN', 'You may not do this.', { permission });
}
