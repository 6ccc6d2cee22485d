import type pg from 'pg';

/** A second factor as it is kept. */
export interface SecondFactorRow {
  readonly secretSealed: string;
  /** Null while it was shown and not tried yet. */
  readonly confirmedAt: Date | null;
  readonly recoveryCodesLeft: number;
}

const isOne = async (query: Promise<pg.QueryResult>): Promise<boolean> => (await query).rowCount === 1;

/** @param pool connections of the role tenon_auth, here and below */
export async function findSecondFactor(pool: pg.Pool, userId: string): Promise<SecondFactorRow | undefined> {
  const { rows } = await pool.query<SecondFactorRow>(
    `SELECT secret_sealed AS "secretSealed", confirmed_at AS "confirmedAt",
       (SELECT count(*)::int FROM auth.recovery_code c WHERE c.user_id = f.user_id AND c.used_at IS NULL) AS "recoveryCodesLeft"
     FROM auth.second_factor f WHERE user_id = $1`,
    [userId],
  );
  return rows[0];
}

/** Keeps a secret that is to be tried, in place of one that was not; whether it could, as nothing replaces what is in use. */
export function offerSecret(pool: pg.Pool, userId: string, secretSealed: string): Promise<boolean> {
  return isOne(
    pool.query(
      `INSERT INTO auth.second_factor (user_id, secret_sealed) VALUES ($1, $2)
       ON CONFLICT (user_id) DO UPDATE SET secret_sealed = excluded.secret_sealed, last_step = 0 WHERE second_factor.confirmed_at IS NULL`,
      [userId, secretSealed],
    ),
  );
}

/** What turns an offered secret into a second factor. */
export interface Confirmation {
  readonly secretSealed: string;
  /** Time step of the code that was tried. */
  readonly step: number;
  readonly recoveryDigests: readonly Buffer[];
}

/** Turns the second factor on, with its recovery codes; whether this very secret was still to be confirmed. */
export function confirmSecret(pool: pg.Pool, userId: string, { secretSealed, step, recoveryDigests }: Confirmation): Promise<boolean> {
  return isOne(
    pool.query(
      `WITH confirmed AS (UPDATE auth.second_factor SET confirmed_at = now(), last_step = $3
         WHERE user_id = $1 AND secret_sealed = $2 AND confirmed_at IS NULL RETURNING user_id),
       codes AS (INSERT INTO auth.recovery_code (user_id, digest) SELECT user_id, unnest($4::bytea[]) FROM confirmed)
       SELECT 1 FROM confirmed`,
      [userId, secretSealed, step, recoveryDigests],
    ),
  );
}

/** Uses up a time step; whether it was newer than every one before, which one and the same code is only once. */
export function spendStep(pool: pg.Pool, userId: string, step: number): Promise<boolean> {
  return isOne(pool.query('UPDATE auth.second_factor SET last_step = $2 WHERE user_id = $1 AND confirmed_at IS NOT NULL AND last_step < $2', [userId, step]));
}

/** Whether somebody is to be told that a code was given that had been used: within an hour once, however often it is tried. */
export function noteReuse(pool: pg.Pool, userId: string): Promise<boolean> {
  return isOne(pool.query(`UPDATE auth.second_factor SET reuse_told_at = now() WHERE user_id = $1 AND COALESCE(reuse_told_at < now() - interval '1 hour', true)`, [userId]));
}

/** Whether this was a recovery code of somebody's, and is used up. */
export async function isSpentRecoveryCode(pool: pg.Pool, userId: string, digest: Buffer): Promise<boolean> {
  return ((await pool.query('SELECT 1 FROM auth.recovery_code WHERE user_id = $1 AND digest = $2 AND used_at IS NOT NULL', [userId, digest])).rowCount ?? 0) > 0;
}

/** Uses up a recovery code; whether it was one, and unused. */
export function spendRecoveryCode(pool: pg.Pool, userId: string, digest: Buffer): Promise<boolean> {
  return isOne(pool.query('UPDATE auth.recovery_code SET used_at = now() WHERE user_id = $1 AND digest = $2 AND used_at IS NULL', [userId, digest]));
}

/** Puts new recovery codes in place of all there were; whether there is a second factor that they could be of. */
export async function replaceRecoveryCodes(pool: pg.Pool, userId: string, digests: readonly Buffer[]): Promise<boolean> {
  const { rowCount } = await pool.query(
    `WITH factor AS (SELECT user_id FROM auth.second_factor WHERE user_id = $1 AND confirmed_at IS NOT NULL FOR UPDATE),
     gone AS (DELETE FROM auth.recovery_code c USING factor f WHERE c.user_id = f.user_id)
     INSERT INTO auth.recovery_code (user_id, digest) SELECT user_id, unnest($2::bytea[]) FROM factor`,
    [userId, digests],
  );
  return rowCount === digests.length;
}

/** Takes the second factor away, with its codes; whether there was one. */
export function deleteSecondFactor(pool: pg.Pool, userId: string): Promise<boolean> {
  return isOne(pool.query('DELETE FROM auth.second_factor WHERE user_id = $1', [userId]));
}
