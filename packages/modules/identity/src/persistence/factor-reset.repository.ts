import type { FactorResetTimes } from '@tenon/domain/identity';
import type pg from 'pg';

/** A reset as the office asks for it. */
export interface NewFactorReset extends FactorResetTimes {
  readonly userId: string;
  readonly staff: { readonly id: string; readonly email: string };
  readonly check: string;
  readonly askedAt: Date;
}

/**
 * Notes that somebody's second factor is to go. Whether it could: not without one that is on, nor where another waits already.
 * @param pool connections of the role tenon_auth, here and below
 */
export async function insertFactorReset(pool: pg.Pool, { userId, staff, check, askedAt, dueAt, lapsesAt }: NewFactorReset): Promise<boolean> {
  const { rowCount } = await pool.query(
    `INSERT INTO auth.factor_reset AS r (user_id, staff_id, staff_email, identity_check, asked_at, due_at, lapses_at)
     SELECT user_id, $2, $3, $4, $5, $6, $7 FROM auth.second_factor WHERE user_id = $1 AND confirmed_at IS NOT NULL
     ON CONFLICT (user_id) DO UPDATE SET staff_id = excluded.staff_id, staff_email = excluded.staff_email, identity_check = excluded.identity_check,
       asked_at = excluded.asked_at, due_at = excluded.due_at, lapses_at = excluded.lapses_at WHERE r.lapses_at <= excluded.asked_at`,
    [userId, staff.id, staff.email, check, askedAt, dueAt, lapsesAt],
  );
  return rowCount === 1;
}

/** When the reset that waits takes effect; null where none does, or its time has passed. */
export async function findFactorReset(pool: pg.Pool, userId: string): Promise<FactorResetTimes | null> {
  const { rows } = await pool.query<FactorResetTimes>('SELECT due_at AS "dueAt", lapses_at AS "lapsesAt" FROM auth.factor_reset WHERE user_id = $1 AND lapses_at > now()', [userId]);
  return rows[0] ?? null;
}

/** Takes a second factor away whose reset is due, with all its codes; whether it was. Of two that sign in at once, one takes it. */
export async function takeDueReset(pool: pg.Pool, userId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `DELETE FROM auth.second_factor f USING auth.factor_reset r WHERE f.user_id = $1 AND r.user_id = f.user_id AND r.due_at <= now() AND r.lapses_at > now()`,
    [userId],
  );
  return rowCount === 1;
}

/** Ends a reset that waits; whether one did. */
export async function deleteFactorReset(pool: pg.Pool, userId: string): Promise<boolean> {
  return (await pool.query('DELETE FROM auth.factor_reset WHERE user_id = $1 AND lapses_at > now()', [userId])).rowCount === 1;
}
