import type { SsoAccount } from '@tenon/domain/identity';
import type { TenantId } from '@tenon/kernel';
import type pg from 'pg';

/** An account of a company's provider. */
export interface ProviderAccount {
  readonly tenantId: TenantId;
  readonly issuer: string;
  readonly subject: string;
}

/** An account here that may be whose the provider's is. */
export interface FoundAccount extends Omit<SsoAccount, 'isSignedIn'> {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
}

/** The account that stands for the provider's; without one, that with the address. @param pool connections of the role tenon_auth, here and below */
export async function findAccount(pool: pg.Pool, { tenantId, issuer, subject }: ProviderAccount, email: string): Promise<FoundAccount | undefined> {
  const { rows } = await pool.query<FoundAccount>(
    `SELECT u.id AS "userId", u.email, u.name, u."emailVerified" AS "isEmailVerified", COALESCE(u."ssoCompanyId" = $1, false) AS "isMadeHere",
       EXISTS (SELECT 1 FROM public.tenant_member m WHERE m.tenant_id = $1 AND m.user_id = u.id) AS "isMember",
       CASE WHEN i.user_id IS NULL THEN NULL WHEN i.issuer <> $2 THEN 'former' WHEN i.subject <> $3 THEN 'other' ELSE 'this' END AS link
     FROM auth."user" u LEFT JOIN auth.sso_identity i ON i.tenant_id = $1 AND i.user_id = u.id
     WHERE u.email = $4 OR (i.issuer = $2 AND i.subject = $3) ORDER BY COALESCE(i.issuer = $2 AND i.subject = $3, false) DESC LIMIT 1`,
    [tenantId, issuer, subject, email],
  );
  return rows[0];
}

/** Makes an account without a password, whose address the provider has verified; undefined where somebody else was quicker. */
export async function insertAccount(pool: pg.Pool, tenantId: TenantId, { email, name }: { email: string; name: string }): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(`INSERT INTO auth."user" (name, email, "emailVerified", "ssoCompanyId") VALUES ($1, $2, true, $3) ON CONFLICT (email) DO NOTHING RETURNING id`, [name, email, tenantId]);
  return rows[0]?.id;
}

/** Takes back what was made for somebody who found no place. */
export async function deleteAccount(pool: pg.Pool, userId: string): Promise<void> {
  await pool.query('DELETE FROM auth."user" u WHERE u.id = $1 AND NOT EXISTS (SELECT 1 FROM public.tenant_member m WHERE m.user_id = u.id)', [userId]);
}

/** Which account of the provider somebody is, or was of the one before; undefined for none. */
export async function findLink(pool: pg.Pool, tenantId: TenantId, userId: string): Promise<{ issuer: string; account: string } | undefined> {
  return (await pool.query<{ issuer: string; account: string }>('SELECT issuer, subject AS account FROM auth.sso_identity WHERE tenant_id = $1 AND user_id = $2', [tenantId, userId])).rows[0];
}

/** Notes which account of the provider somebody is, in place of one before; their next session begins in that company. */
export async function linkAccount(pool: pg.Pool, { tenantId, issuer, subject }: ProviderAccount, userId: string): Promise<void> {
  await pool.query(
    `WITH remembered AS (UPDATE auth."user" SET "lastCompanyId" = $1 WHERE id = $2)
     INSERT INTO auth.sso_identity (tenant_id, user_id, issuer, subject) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, user_id) DO UPDATE SET issuer = excluded.issuer, subject = excluded.subject, linked_at = now()
       WHERE (sso_identity.issuer, sso_identity.subject) IS DISTINCT FROM (excluded.issuer, excluded.subject)`,
    [tenantId, userId, issuer, subject],
  );
}
