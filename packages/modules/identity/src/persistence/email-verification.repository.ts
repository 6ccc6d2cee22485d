import type { VerificationMails } from '@tenon/domain/identity';
import type pg from 'pg';

/** A link to be put in place of the one before. */
export interface NewLink {
  readonly userId: string;
  readonly digest: Buffer;
  readonly expiresAt: Date;
  readonly counted: VerificationMails;
}

/** Mails written to somebody so far; null where there was none. @param pool connections of the role tenon_auth, here and below */
export async function findVerificationMails(pool: pg.Pool, userId: string): Promise<VerificationMails | null> {
  const { rows } = await pool.query<VerificationMails>('SELECT mails, day_began_at AS "dayBeganAt", asked_at AS "askedAt" FROM auth.email_verification WHERE user_id = $1', [userId]);
  return rows[0] ?? null;
}

/**
 * Keeps a new link, which ends the one before. Whether it could: of two that ask at once, one finds that the other was first.
 * @param before what was counted when it was decided; null where there was no mail
 */
export async function putVerificationLink(pool: pg.Pool, { userId, digest, expiresAt, counted }: NewLink, before: VerificationMails | null): Promise<boolean> {
  const { rowCount } = await pool.query(
    `INSERT INTO auth.email_verification AS v (user_id, digest, expires_at, asked_at, mails, day_began_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (user_id) DO UPDATE SET digest = excluded.digest, expires_at = excluded.expires_at, asked_at = excluded.asked_at, mails = excluded.mails, day_began_at = excluded.day_began_at
     WHERE v.asked_at = $7::timestamptz`,
    [userId, digest, expiresAt, counted.askedAt, counted.mails, counted.dayBeganAt, before?.askedAt ?? null],
  );
  return rowCount === 1;
}

/** Whose link this is, if it can still be opened, or was. */
export async function findByVerificationLink(pool: pg.Pool, digest: Buffer): Promise<{ userId: string; email: string } | undefined> {
  const { rows } = await pool.query<{ userId: string; email: string }>(
    `SELECT u.id AS "userId", u.email FROM auth.email_verification v JOIN auth."user" u ON u.id = v.user_id
     WHERE v.digest = $1 AND (v.expires_at > now() OR u."emailVerified")`,
    [digest],
  );
  return rows[0];
}

/** Notes that a person's address is theirs; whether that was not known before. */
export async function markEmailVerified(pool: pg.Pool, userId: string): Promise<boolean> {
  return (await pool.query('UPDATE auth."user" SET "emailVerified" = true, "updatedAt" = now() WHERE id = $1 AND NOT "emailVerified"', [userId])).rowCount === 1;
}
