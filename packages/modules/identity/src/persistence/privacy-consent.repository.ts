import type pg from 'pg';

/** Notes that somebody agreed to a version of the privacy notice; the first time counts. @param pool connections of the role tenon_auth */
export async function noteConsent(pool: pg.Pool, userId: string, version: string): Promise<void> {
  await pool.query('INSERT INTO auth.privacy_consent (user_id, version) VALUES ($1, $2) ON CONFLICT DO NOTHING', [userId, version]);
}
