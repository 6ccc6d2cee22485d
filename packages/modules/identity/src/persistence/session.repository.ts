import type pg from 'pg';
import { SESSION_CHANNEL, type SessionMessage } from '@tenon/contracts/wire';
import type { StaffRole, TenantRole } from '@tenon/domain/identity';
import type { LifeState, Suspension } from '@tenon/domain/life';
import type { TenantId } from '@tenon/kernel';
import { roleColumns, roleOf, type RoleColumns, type RoleRow } from './role-row.js';

/** A person with a living session, and the places they have: the company that the session is in, if they still belong to it, and the office. */
export interface SessionRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly isEmailVerified: boolean;
  readonly pendingCompanyName: string | null;
  readonly sessionId: string;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  readonly updatedAt: Date;
  /** Within some minutes. */
  readonly lastUsedAt: Date;
  /** The company at whose provider it was opened. */
  readonly ssoCompanyId: string | null;
  readonly tenantId: string | null;
  readonly tenantState: LifeState | null;
  readonly suspendedBecause: Suspension | null;
  readonly role: TenantRole | 'custom' | null;
  /** Where the role is one of the company's own. */
  readonly ownPermissions: readonly string[] | null;
  readonly staffRole: StaffRole | null;
  readonly hasSecondFactor: boolean;
  /** Whether the company asks one of everybody. */
  readonly isSecondFactorDemanded: boolean | null;
  /** Whether it opens only by its single sign-on, and the session came by another way. */
  readonly lacksSingleSignOn: boolean;
}

/** Whether a company opens only by its single sign-on, and the session came by another way. */
const LACKS_SSO = 't.demands_sso_since IS NOT NULL AND t.id IS DISTINCT FROM s.sso_company_id AND NOT COALESCE(t.id = s.sso_waived_company_id AND s.sso_waived_until > now(), false)';

/** One prepared statement: sessions by their tokens, the person of each, the company it is in, their office. */
const WHO = {
  name: 'who-is-asking',
  text: `SELECT s.token, u.id, u.email, u.name, u."emailVerified" AS "isEmailVerified", u."pendingCompanyName", s.id AS "sessionId", s."createdAt" AS "startedAt", s."expiresAt", s."updatedAt", s.last_used_at AS "lastUsedAt", s.sso_company_id AS "ssoCompanyId",
      m.tenant_id AS "tenantId", t.state AS "tenantState", t.suspended_because AS "suspendedBecause", m.role, r.permissions AS "ownPermissions", p.role AS "staffRole",
      t.demands_second_factor AS "isSecondFactorDemanded",
      ${LACKS_SSO} AS "lacksSingleSignOn",
      EXISTS (SELECT 1 FROM auth.second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS "hasSecondFactor"
    FROM auth.session s JOIN auth."user" u ON u.id = s."userId"
    LEFT JOIN public.tenant_member m ON m.tenant_id = s."activeOrganizationId"::uuid AND m.user_id = u.id
    LEFT JOIN public.tenant t ON t.id = m.tenant_id
    LEFT JOIN public.tenant_role r ON r.tenant_id = m.tenant_id AND r.id = m.custom_role_id
    LEFT JOIN public.platform_staff p ON p.user_id = u.id
    WHERE s.token = ANY ($1) AND s."expiresAt" > now()`,
};

/** Whose sessions these tokens are, by token; those that are none, or have expired, are left out. @param pool connections of the role tenon_auth */
export async function findSessions(pool: pg.Pool, tokens: readonly string[]): Promise<ReadonlyMap<string, SessionRow>> {
  const { rows } = await pool.query<SessionRow & { token: string }>({ ...WHO, values: [tokens] });
  return new Map(rows.map(({ token, ...row }) => [token, row]));
}

/** The address of somebody, where it is known to be theirs. @param pool connections of the role tenon_auth */
export async function findAddress(pool: pg.Pool, userId: string): Promise<string | undefined> {
  return (await pool.query<{ email: string }>('SELECT email FROM auth."user" WHERE id = $1 AND "emailVerified"', [userId])).rows[0]?.email;
}

/** Ends every session of the person's but one. @param pool connections of the role tenon_auth */
export async function endOtherSessions(pool: pg.Pool, userId: string, keptId: string): Promise<number> {
  const { rowCount } = await pool.query('DELETE FROM auth.session WHERE "userId" = $1 AND id <> $2', [userId, keptId]);
  return rowCount ?? 0;
}

/** Ends every session of the person's. @param pool connections of the role tenon_auth */
export async function endAllSessions(pool: pg.Pool, userId: string): Promise<void> {
  await pool.query('DELETE FROM auth.session WHERE "userId" = $1', [userId]);
}

/** Tells every api that a session of this person has ended, or is in another company: whoever follows something is looked at again. */
export async function tellSessionEnded(pool: pg.Pool, userId: string): Promise<void> {
  const message: SessionMessage = { userId };
  await pool.query('SELECT pg_notify($1, $2)', [SESSION_CHANNEL, JSON.stringify(message)]);
}

/**
 * The company that a new session begins in: where the person was last, or the only one they have; null where they must choose.
 * @param pool connections of the role tenon_auth
 */
export async function companyToEnter(pool: pg.Pool, userId: string): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT m.tenant_id AS id FROM public.tenant_member m JOIN auth."user" u ON u.id = m.user_id
     WHERE m.user_id = $1 AND (m.tenant_id = u."lastCompanyId" OR NOT EXISTS (SELECT 1 FROM public.tenant_member o WHERE o.user_id = m.user_id AND o.tenant_id <> m.tenant_id))`,
    [userId],
  );
  return rows[0]?.id ?? null;
}

/** A company that somebody belongs to, and as what. */
export interface Place {
  readonly id: TenantId;
  readonly name: string;
  readonly state: LifeState;
  readonly role: RoleRow;
  /** Of its logo; null where it has none. */
  readonly logoDigest: string | null;
  /** Whether it opens only by its single sign-on, and the session came by another way. */
  readonly isClosed: boolean;
}

/** Every company that the person belongs to, by name. @param pool connections of the role tenon_auth @param sessionId null for none */
export async function listPlaces(pool: pg.Pool, userId: string, sessionId: string | null): Promise<Place[]> {
  const { rows } = await pool.query<Omit<Place, 'role'> & RoleColumns>(
    `SELECT t.id, t.name, t.state, l.sha256 AS "logoDigest", ${LACKS_SSO} AS "isClosed", ${roleColumns('m')} FROM public.tenant_member m JOIN public.tenant t ON t.id = m.tenant_id
     LEFT JOIN public.tenant_role r ON r.tenant_id = m.tenant_id AND r.id = m.custom_role_id LEFT JOIN auth.session s ON s.id = $2 LEFT JOIN public.company_logo l ON l.tenant_id = t.id
     WHERE m.user_id = $1 ORDER BY t.name, t.id`,
    [userId, sessionId],
  );
  return rows.map(({ id, name, state, logoDigest, isClosed, ...role }) => ({ id, name, state, logoDigest, isClosed, role: roleOf(role) }));
}

/** Puts a session of the person's, or without one all of them, into a company, and remembers it. @param pool connections of the role tenon_auth */
export async function putSessionIn(pool: pg.Pool, { userId, sessionId, tenantId }: { userId: string; sessionId: string | null; tenantId: TenantId }): Promise<void> {
  await pool.query(
    `WITH remembered AS (UPDATE auth."user" SET "lastCompanyId" = $2::uuid WHERE id = $1)
     UPDATE auth.session SET "activeOrganizationId" = $2::uuid::text WHERE "userId" = $1 AND ($3::uuid IS NULL OR id = $3::uuid)`,
    [userId, tenantId, sessionId],
  );
}
