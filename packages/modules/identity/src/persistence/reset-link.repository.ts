import type pg from 'pg';

/** Makes the links to a new password worthless that were mailed to somebody, as better-auth keeps them: it keeps nothing else there, and of a link its digest. @param pool connections of the role tenon_auth */
export async function deleteResetLinks(pool: pg.Pool, userId: string): Promise<void> {
  await pool.query('DELETE FROM auth.verification WHERE value = $1', [userId]);
}
