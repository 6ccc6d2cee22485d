import type { TenantId } from '@tenon/kernel';
import type pg from 'pg';

/** Somebody of a company who could not sign in by its single sign-on. */
export interface ShutOutPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** How many are named; the rest is counted. */
const MOST = 100;

/** Those of a company whom its provider has never signed in and could not, since their address is of another domain or not verified; and how many there are. @param pool connections of the role tenon_auth */
export async function listShutOut(pool: pg.Pool, tenantId: TenantId): Promise<{ people: ShutOutPerson[]; totalCount: number }> {
  const { rows } = await pool.query<ShutOutPerson & { count: number }>(
    `SELECT u.id, u.name, u.email, count(*) OVER ()::int AS count FROM public.tenant_member m JOIN auth."user" u ON u.id = m.user_id JOIN public.sso_connection c ON c.tenant_id = m.tenant_id
     WHERE m.tenant_id = $1 AND (NOT u."emailVerified" OR lower(substring(u.email FROM '[^@]*$')) <> c.domain)
       AND NOT EXISTS (SELECT 1 FROM auth.sso_identity i WHERE i.tenant_id = m.tenant_id AND i.user_id = u.id AND i.issuer = c.issuer)
     ORDER BY m.joined_at, u.id LIMIT $2`,
    [tenantId, MOST],
  );
  return { people: rows.map(({ id, name, email }) => ({ id, name, email })), totalCount: rows[0]?.count ?? 0 };
}
