import { Inject, Injectable } from '@nestjs/common';
import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { can, impersonationPermissions, ownRolePermissions, STAFF_ROLE_PERMISSIONS, type ImpersonatorActor, type StaffActor, type UserActor } from '@tenon/domain/identity';
import { permissionsLeft } from '@tenon/domain/life';
import { tenantId, userId } from '@tenon/kernel';
import { PrincipalResolver, Together, type CallerHeaders, type KeepCookies, type Principal } from '@tenon/nest';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { EnsureCompany } from '../application/ensure-company.js';
import { findImpersonation, type CurrentImpersonation } from '../persistence/current-impersonation.repository.js';
import { noteUse } from '../persistence/own-session.repository.js';
import { findSessions, type SessionRow } from '../persistence/session.repository.js';
import type { Auth } from './auth.js';
import { sayDatabaseIsAway } from './database-away.js';
import { rolePowers } from './role-powers.js';
import { readSessionToken } from './session-token.js';
import { AUTH, AUTH_POOL, OFFICE_POLICY, type OfficePolicy } from './tokens.js';

const RENEW_AFTER_MS = 86_400_000;
const NOTE_USE_AFTER_MS = 5 * 60_000;
const COOKIES_KNOWN = 2_000;
/** In characters, whatever else a browser sends in its cookies. */
const COOKIES_KNOWN_LENGTH = 1_000_000;

/** Knows a caller by the session cookie, in one question to the database, which requests that come in one turn of the loop ask together. */
@Injectable()
export class SessionPrincipalResolver extends PrincipalResolver {
  private readonly sessions = new Together<SessionRow, pg.Pool>(findSessions);
  /** Cookies whose signature was found to be ours, by the header as it came; whether their session lasts is asked of the database each time. */
  private readonly signed = new LRUCache<string, string>({ max: COOKIES_KNOWN, maxSize: COOKIES_KNOWN_LENGTH, sizeCalculation: (token, cookie) => token.length + cookie.length });

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
    const token = await this.tokenIn(cookie);
    const session = token ? await this.sessions.of(this.pool, token).catch(sayDatabaseIsAway) : undefined;
    if (!session) return null;
    if (keepCookies && Date.now() - session.updatedAt.getTime() > RENEW_AFTER_MS) await this.renew(cookie, keepCookies);
    if (Date.now() - session.lastUsedAt.getTime() > NOTE_USE_AFTER_MS) await noteUse(this.pool, session.sessionId);
    if (session.staffRole) return asLooking(toPrincipal(session, this.office), await findImpersonation(this.pool, session.id, session.sessionId).catch(sayDatabaseIsAway));
    if (session.tenantId || !session.pendingCompanyName) return toPrincipal(session, this.office);
    await this.ensureCompany.execute({ ...session, pendingCompanyName: session.pendingCompanyName });
    return this.resolve({ cookie });
  }

  private async tokenIn(cookie: string): Promise<string | null> {
    const known = this.signed.get(cookie);
    if (known !== undefined) return known;
    const { authCookies, secret } = await this.auth.$context;
    const token = readSessionToken(cookie, authCookies.sessionToken.name, secret);
    if (token !== null) this.signed.set(cookie, token);
    return token;
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
  const place = { state: tenantState, because: suspendedBecause };
  const powers = role === 'custom' ? permissionsLeft(ownRolePermissions(ownPermissions ?? [], TENANT_PERMISSIONS), place) : rolePowers(role, place);
  return { kind: 'user', ...who, tenantId: tenantId(company), permissions: isKeptOut ? NOTHING : powers };
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
