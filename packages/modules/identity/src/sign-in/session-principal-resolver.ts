import { Inject, Injectable } from '@nestjs/common';
import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { can, impersonationPermissions, ownRolePermissions, rolePermissions, STAFF_ROLE_PERMISSIONS, type ImpersonatorActor, type StaffActor, type UserActor } from '@tenon/domain/identity';
import { permissionsLeft } from '@tenon/domain/life';
import { tenantId, userId } from '@tenon/kernel';
import { PrincipalResolver, type CallerHeaders, type KeepCookies, type Principal } from '@tenon/nest';
import type pg from 'pg';
import { EnsureCompany } from '../application/ensure-company.js';
import { findImpersonation, type CurrentImpersonation } from '../persistence/current-impersonation.repository.js';
import { noteUse } from '../persistence/own-session.repository.js';
import { findSession, type SessionRow } from '../persistence/session.repository.js';
import type { Auth } from './auth.js';
import { sayDatabaseIsAway } from './database-away.js';
import { readSessionToken } from './session-token.js';
import { AUTH, AUTH_POOL, OFFICE_POLICY, type OfficePolicy } from './tokens.js';

const RENEW_AFTER_MS = 86_400_000;
const NOTE_USE_AFTER_MS = 5 * 60_000;

/** Knows a caller by the session cookie, in one question to the database. */
@Injectable()
export class SessionPrincipalResolver extends PrincipalResolver {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly ensureCompany: EnsureCompany,
    @Inject(OFFICE_POLICY) private readonly office: OfficePolicy,
  ) {
    super();
  }

  async resolve({ cookie }: CallerHeaders, keepCookies?: KeepCookies): Promise<Principal | null> {
    if (!cookie) return null;
    const { authCookies, secret } = await this.auth.$context;
    const token = readSessionToken(cookie, authCookies.sessionToken.name, secret);
    const session = token ? await findSession(this.pool, token).catch(sayDatabaseIsAway) : undefined;
    if (!session) return null;
    if (keepCookies && Date.now() - session.updatedAt.getTime() > RENEW_AFTER_MS) await this.renew(cookie, keepCookies);
    if (Date.now() - session.lastUsedAt.getTime() > NOTE_USE_AFTER_MS) await noteUse(this.pool, session.sessionId);
    if (session.staffRole) return asLooking(toPrincipal(session, this.office), await findImpersonation(this.pool, session.id, session.sessionId).catch(sayDatabaseIsAway));
    if (session.tenantId || !session.pendingCompanyName) return toPrincipal(session, this.office);
    await this.ensureCompany.execute({ ...session, pendingCompanyName: session.pendingCompanyName });
    return this.resolve({ cookie });
  }

  /** Once a day better-auth itself is asked, which prolongs a session in use. The browser's cookie ends with the session it was made for, so it is prolonged too. */
  private async renew(cookie: string, keepCookies: KeepCookies): Promise<void> {
    const { headers } = await this.auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true });
    keepCookies(headers.getSetCookie());
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** Where a second factor is demanded and there is none, or single sign-on and the session came by another way, somebody keeps their place and may do nothing in it. */
function toPrincipal(session: SessionRow, office: OfficePolicy): Principal {
  const who = { userId: userId(session.id), email: session.email, name: session.name };
  const { staffRole, hasSecondFactor } = session;
  const lacks = { company: session.isSecondFactorDemanded === true && !hasSecondFactor, office: staffRole !== null && office.demandsSecondFactor && !hasSecondFactor };
  const staff: StaffActor | null = staffRole ? { kind: 'staff', ...who, permissions: lacks.office ? NOTHING : new Set(STAFF_ROLE_PERMISSIONS[staffRole]) } : null;
  return {
    ...who,
    isEmailVerified: session.isEmailVerified,
    session: { id: session.sessionId, startedAt: session.startedAt, ssoCompanyId: session.ssoCompanyId },
    user: userIn(session, who, lacks.company || session.lacksSingleSignOn),
    staff,
    staffRole,
    place: session.tenantState && { state: session.tenantState, because: session.suspendedBecause },
    hasSecondFactor,
    lacksSecondFactor: lacks,
    lacksSingleSignOn: session.lacksSingleSignOn,
  };
}

/** The person in the company that their session is in. */
function userIn({ tenantId: company, tenantState, suspendedBecause, role, ownPermissions }: SessionRow, who: Pick<UserActor, 'userId' | 'email' | 'name'>, isKeptOut: boolean): UserActor | null {
  if (!company || !role || !tenantState) return null;
  const granted = role === 'custom' ? ownRolePermissions(ownPermissions ?? [], TENANT_PERMISSIONS) : rolePermissions(role, TENANT_PERMISSIONS);
  return { kind: 'user', ...who, tenantId: tenantId(company), permissions: isKeptOut ? NOTHING : permissionsLeft(granted, { state: tenantState, because: suspendedBecause }) };
}

/** Somebody of the office in the company that they look at, as long as their role lets them; where they belong to a company themselves, they are in that again afterwards. */
function asLooking(principal: Principal, look: CurrentImpersonation | undefined): Principal {
  const { staff } = principal;
  if (!look || !staff || !can(staff, look.mayWrite ? 'company:impersonate-write' : 'company:impersonate')) return principal;
  const { place, ...impersonation } = look;
  const permissions = permissionsLeft(impersonationPermissions(look.mayWrite, TENANT_PERMISSIONS), place);
  const user: ImpersonatorActor = { kind: 'impersonator', impersonationId: look.id, userId: staff.userId, tenantId: tenantId(look.tenantId), permissions };
  return { ...principal, user, place, impersonation, lacksSecondFactor: { ...principal.lacksSecondFactor, company: false }, lacksSingleSignOn: false };
}
