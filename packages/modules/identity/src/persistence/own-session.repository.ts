import type pg from 'pg';

/** A session as its person sees it. */
export interface OwnSession {
  readonly id: string;
  readonly startedAt: Date;
  readonly lastUsedAt: Date;
  /** Where it was opened from. */
  readonly address: string;
  readonly userAgent: string;
  /** What the company is called at whose provider it was opened, if the person still belongs to it; null for a means of their own. */
  readonly ssoCompanyName: string | null;
}

/** Of more nobody needs to be shown the rest; ending all others ends them, too. */
const MOST = 100;

/** The person's living sessions, the one that was used last first. @param pool connections of the role tenon_auth, here and below */
export async function listSessions(pool: pg.Pool, userId: string): Promise<OwnSession[]> {
  const { rows } = await pool.query<OwnSession>(
    `SELECT id, "createdAt" AS "startedAt", last_used_at AS "lastUsedAt", CASE WHEN pg_input_is_valid("ipAddress", 'inet') THEN host("ipAddress"::inet) ELSE '' END AS address, COALESCE("userAgent", '') AS "userAgent",
       (SELECT t.name FROM public.tenant_member m JOIN public.tenant t ON t.id = m.tenant_id WHERE m.tenant_id = s.sso_company_id AND m.user_id = s."userId") AS "ssoCompanyName"
     FROM auth.session s WHERE "userId" = $1 AND "expiresAt" > now() ORDER BY last_used_at DESC, id LIMIT $2`,
    [userId, MOST],
  );
  return rows;
}

/** Ends a session of the person's; whether there was one. */
export async function endSession(pool: pg.Pool, userId: string, id: string): Promise<boolean> {
  return (await pool.query('DELETE FROM auth.session WHERE "userId" = $1 AND id = $2', [userId, id])).rowCount === 1;
}

/** Notes that a session is in use, at most every so often: a write with each request would cost more than it tells. */
export async function noteUse(pool: pg.Pool, id: string): Promise<void> {
  await pool.query('UPDATE auth.session SET last_used_at = now() WHERE id = $1', [id]);
}

/** Notes at which company's provider a session was opened. */
export async function noteProvider(pool: pg.Pool, id: string, companyId: string): Promise<void> {
  await pool.query('UPDATE auth.session SET sso_company_id = $2 WHERE id = $1', [id, companyId]);
}

/** Lets a session count for a company as if it had come by its single sign-on, until then. */
export async function waiveSso(pool: pg.Pool, id: string, { companyId, until }: { companyId: string; until: Date }): Promise<void> {
  await pool.query('UPDATE auth.session SET sso_waived_company_id = $2, sso_waived_until = $3 WHERE id = $1', [id, companyId, until]);
}
