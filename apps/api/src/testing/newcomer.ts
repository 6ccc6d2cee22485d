import { deriveKey } from '@tenon/runtime';
import type { TestDatabase } from '@tenon/testing';
import { createHmac, randomBytes } from 'node:crypto';

/** How the sign-in of somebody's password is kept. */
export async function digestOf(database: TestDatabase, email: string): Promise<string | undefined> {
  const [account] = await database.sql<{ password: string }>(`SELECT a.password FROM auth.account a JOIN auth."user" u ON u.id = a."userId" WHERE u.email = $1`, [email]);
  return account?.password;
}

/** Takes it that somebody signed up long ago, opened the link that was mailed to them, and threw the mail away. */
export async function takeAsVerified(database: TestDatabase, email: string): Promise<void> {
  await database.sql('WITH verified AS (UPDATE auth."user" SET "emailVerified" = true WHERE email = $1 RETURNING id) DELETE FROM auth.email_verification v USING verified u WHERE v.user_id = u.id', [email]);
  await database.sql('DELETE FROM mail_message WHERE recipient = $1', [email]);
}

/** Writes what a sign-up writes before the company is made, which the next request then makes good, with a verified address. @returns the session's cookie */
export async function insertNewcomer(database: TestDatabase, { email, companyName, digest, secretHex }: { email: string; companyName: string; digest: string; secretHex: string }): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await database.sql(
    `WITH person AS (INSERT INTO auth."user" (name, email, "emailVerified", "pendingCompanyName") VALUES ($1, $1, true, $2) RETURNING id),
       account AS (INSERT INTO auth.account ("accountId", "providerId", "userId", password, "updatedAt") SELECT id::text, 'credential', id, $3, now() FROM person)
     INSERT INTO auth.session (token, "userId", "expiresAt", "updatedAt") SELECT $4, id, now() + interval '7 days', now() FROM person`,
    [email, companyName, digest, token],
  );
  const signature = createHmac('sha256', deriveKey(secretHex, 'sign-in').toString('hex')).update(token).digest('base64');
  return `tenon.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
