import type pg from 'pg';

/** How often one right password lets somebody try the second step. */
const MOST_TRIES = 5;

/** Notes that somebody gave the right password, or came from their company's provider, and owes the second step. @param pool connections of the role tenon_auth, here and below */
export async function insertSecondStep(pool: pg.Pool, { digest, userId, ssoCompanyId, minutes }: { digest: Buffer; userId: string; ssoCompanyId: string | null; minutes: number }): Promise<void> {
  await pool.query(
    `WITH stale AS (DELETE FROM auth.second_step WHERE user_id = $2 AND expires_at < now())
     INSERT INTO auth.second_step (digest, user_id, expires_at, sso_company_id) VALUES ($1, $2, now() + make_interval(mins => $3), $4)`,
    [digest, userId, minutes, ssoCompanyId],
  );
}

/** Counts a try before it is made, and says whose it is; nobody's, when it is over or was tried too often. */
export async function trySecondStep(pool: pg.Pool, digest: Buffer): Promise<{ userId: string; email: string; ssoCompanyId: string | null } | undefined> {
  const { rows } = await pool.query<{ userId: string; email: string; ssoCompanyId: string | null }>(
    `UPDATE auth.second_step s SET tries = tries + 1 FROM auth."user" u
     WHERE s.digest = $1 AND s.expires_at > now() AND s.tries < $2 AND u.id = s.user_id RETURNING u.id AS "userId", u.email, s.sso_company_id AS "ssoCompanyId"`,
    [digest, MOST_TRIES],
  );
  return rows[0];
}

/** Ends one. Whether it was still there: two right codes at once open one session. */
export async function deleteSecondStep(pool: pg.Pool, digest: Buffer): Promise<boolean> {
  return (await pool.query('DELETE FROM auth.second_step WHERE digest = $1', [digest])).rowCount === 1;
}

/** Ends all of a person's, as a new password does. */
export async function deleteSecondStepsOf(pool: pg.Pool, userId: string): Promise<void> {
  await pool.query('DELETE FROM auth.second_step WHERE user_id = $1', [userId]);
}
