import type pg from 'pg';

/** Takes a company out of sign-in: its organisation, with who belongs to it, and every session that is in it goes on without a company. @param pool connections of the role tenon_auth */
export async function forgetOrganisation(pool: pg.Pool, tenantId: string): Promise<void> {
  await pool.query('UPDATE auth.session SET "activeOrganizationId" = NULL WHERE "activeOrganizationId" = $1', [tenantId]);
  await pool.query('UPDATE auth."user" SET "lastCompanyId" = NULL WHERE "lastCompanyId" = $1', [tenantId]);
  await pool.query('DELETE FROM auth.sso_attempt WHERE tenant_id = $1', [tenantId]);
  await pool.query('DELETE FROM auth.sso_identity WHERE tenant_id = $1', [tenantId]);
  await pool.query('UPDATE auth."user" SET "ssoCompanyId" = NULL WHERE "ssoCompanyId" = $1', [tenantId]);
  await pool.query('DELETE FROM auth.organization WHERE id = $1', [tenantId]);
}

/** Deletes accounts with all that hangs on them: sessions, passwords, factors, passkeys, browsers. @returns how many @param pool connections of the role tenon_auth */
export async function forgetAccounts(pool: pg.Pool, userIds: readonly string[]): Promise<number> {
  await pool.query('DELETE FROM auth.verification WHERE value = ANY ($1::text[])', [userIds]);
  const { rowCount } = await pool.query('DELETE FROM auth."user" WHERE id = ANY ($1::uuid[])', [userIds]);
  return rowCount ?? 0;
}
