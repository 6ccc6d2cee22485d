import { isUniqueViolation } from '@tenon/db';
import type pg from 'pg';

/** A person's passkey as they see it. */
export interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  /** Whether it may be on other devices of theirs, too. */
  readonly isSyncable: boolean;
  readonly createdAt: Date;
  /** Null before it is used. */
  readonly lastUsedAt: Date | null;
}

/** A new one. */
export interface NewPasskey {
  readonly userId: string;
  readonly name: string;
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly signCount: number;
  readonly isSyncable: boolean;
}

const SHOWN = `id, name, is_syncable AS "isSyncable", created_at AS "createdAt", last_used_at AS "lastUsedAt"`;

/** A person's passkeys, oldest first. @param pool connections of the role tenon_auth, here and below */
export async function listPasskeys(pool: pg.Pool, userId: string): Promise<(PasskeyRow & { credentialId: Buffer })[]> {
  return (await pool.query<PasskeyRow & { credentialId: Buffer }>(`SELECT ${SHOWN}, credential_id AS "credentialId" FROM auth.passkey WHERE user_id = $1 ORDER BY created_at, id`, [userId])).rows;
}

/** Keeps a new one; undefined where this very one is kept already, whoever’s it is. */
export async function insertPasskey(pool: pg.Pool, { userId, name, credentialId, publicKey, signCount, isSyncable }: NewPasskey): Promise<PasskeyRow | undefined> {
  try {
    const { rows } = await pool.query<PasskeyRow>(
      `INSERT INTO auth.passkey (user_id, name, credential_id, public_key, sign_count, is_syncable) VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${SHOWN}`,
      [userId, name, credentialId, publicKey, signCount, isSyncable],
    );
    return rows[0];
  } catch (error) {
    if (isUniqueViolation(error)) return undefined;
    throw error;
  }
}

/** Calls one of a person's by another name; undefined where it is none of theirs. */
export async function renamePasskey(pool: pg.Pool, userId: string, id: string, name: string): Promise<PasskeyRow | undefined> {
  return (await pool.query<PasskeyRow>(`UPDATE auth.passkey SET name = $3 WHERE user_id = $1 AND id = $2 RETURNING ${SHOWN}`, [userId, id, name])).rows[0];
}

/** Takes one of a person's away, and gives its name; undefined where it is none of theirs. */
export async function deletePasskey(pool: pg.Pool, userId: string, id: string): Promise<string | undefined> {
  return (await pool.query<{ name: string }>('DELETE FROM auth.passkey WHERE user_id = $1 AND id = $2 RETURNING name', [userId, id])).rows[0]?.name;
}

/** Takes all of a person's away; how many there were. */
export async function deletePasskeys(pool: pg.Pool, userId: string): Promise<number> {
  return (await pool.query('DELETE FROM auth.passkey WHERE user_id = $1', [userId])).rowCount ?? 0;
}

/** Whose passkey it is, and its key. */
export interface KnownPasskey {
  readonly id: string;
  readonly userId: string;
  readonly email: string;
  readonly publicKey: Buffer;
}

export async function findPasskey(pool: pg.Pool, credentialId: Buffer): Promise<KnownPasskey | undefined> {
  const { rows } = await pool.query<KnownPasskey>(
    `SELECT p.id, p.user_id AS "userId", u.email, p.public_key AS "publicKey" FROM auth.passkey p JOIN auth."user" u ON u.id = p.user_id WHERE p.credential_id = $1`,
    [credentialId],
  );
  return rows[0];
}

/**
 * Notes that a passkey was used, by an answer to this challenge; whether it could. A challenge is answered once, and a count that does not
 * rise, where the authenticator counts at all, is a copy's. What is over is forgotten on the way.
 */
export async function useOnce(pool: pg.Pool, id: string, { challenge, endsAt, signCount }: { challenge: Buffer; endsAt: Date; signCount: number }): Promise<boolean> {
  const { rowCount } = await pool.query(
    `WITH over AS (DELETE FROM auth.passkey_answer WHERE ends_at < now()),
     answered AS (INSERT INTO auth.passkey_answer (challenge, ends_at) VALUES ($2, $3) ON CONFLICT DO NOTHING RETURNING 1)
     UPDATE auth.passkey SET sign_count = $4, last_used_at = now() FROM answered WHERE id = $1 AND ($4 > sign_count OR (sign_count = 0 AND $4 = 0))`,
    [id, challenge, endsAt, signCount],
  );
  return rowCount === 1;
}
