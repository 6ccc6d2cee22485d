import type pg from 'pg';

/** Whether the person has signed in with this browser before; notes that they do again. @param pool connections of the role tenon_auth, here and below */
export async function isKnownDevice(pool: pg.Pool, userId: string, digest: Buffer): Promise<boolean> {
  const { rowCount } = await pool.query('UPDATE auth.known_device SET last_used_at = now() WHERE user_id = $1 AND digest = $2', [userId, digest]);
  return rowCount === 1;
}

/** Notes a browser as the person's. One that was not used for longer than its cookie lives is forgotten. */
export async function putDevice(pool: pg.Pool, userId: string, digest: Buffer): Promise<void> {
  await pool.query(
    `WITH stale AS (DELETE FROM auth.known_device WHERE user_id = $1 AND last_used_at < now() - interval '400 days')
     INSERT INTO auth.known_device (user_id, digest) VALUES ($1, $2) ON CONFLICT (user_id, digest) DO UPDATE SET last_used_at = now()`,
    [userId, digest],
  );
}

/** Forgets every browser of a person's: whichever signs in next is told of as new. */
export async function forgetDevices(pool: pg.Pool, userId: string): Promise<void> {
  await pool.query('DELETE FROM auth.known_device WHERE user_id = $1', [userId]);
}
