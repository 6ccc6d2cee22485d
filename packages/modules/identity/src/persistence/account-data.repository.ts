import type pg from 'pg';

/** Rows of one kind, as they go out. */
export type DataRow = Readonly<Record<string, unknown>>;

/** What sign-in keeps of one person, by what it is. */
export type AccountData = Readonly<Record<string, readonly DataRow[]>>;

/** What is kept of a person, kind by kind: each a question about `$1`. What a secret is, or its digest, stays. */
const KINDS = {
  person: 'SELECT id, name, email, "emailVerified" AS "isEmailVerified", "createdAt", "updatedAt" FROM auth."user" WHERE id = $1',
  waysToSignIn: 'SELECT "providerId" AS way, "createdAt", "updatedAt" FROM auth.account WHERE "userId" = $1 ORDER BY "createdAt"',
  privacyConsents: 'SELECT version, agreed_at AS "agreedAt" FROM auth.privacy_consent WHERE user_id = $1 ORDER BY agreed_at',
  sessions: 'SELECT "createdAt" AS "startedAt", last_used_at AS "lastUsedAt", "expiresAt", "ipAddress" AS address, "userAgent" FROM auth.session WHERE "userId" = $1 ORDER BY "createdAt"',
  secondFactor: 'SELECT confirmed_at AS "since" FROM auth.second_factor WHERE user_id = $1',
  recoveryCodes: 'SELECT used_at AS "usedAt" FROM auth.recovery_code WHERE user_id = $1',
  passkeys: 'SELECT name, is_syncable AS "isSyncable", created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM auth.passkey WHERE user_id = $1 ORDER BY created_at',
  knownBrowsers: 'SELECT last_used_at AS "lastUsedAt" FROM auth.known_device WHERE user_id = $1 ORDER BY last_used_at',
  singleSignOn: 'SELECT tenant_id AS "companyId", issuer, subject, linked_at AS "linkedAt" FROM auth.sso_identity WHERE user_id = $1 ORDER BY linked_at',
  factorResets: 'SELECT identity_check AS "identityCheck", asked_at AS "askedAt", due_at AS "dueAt", lapses_at AS "lapsesAt" FROM auth.factor_reset WHERE user_id = $1',
} as const;

/** @param pool connections of the role tenon_auth */
export async function readAccountData(pool: pg.Pool, userId: string): Promise<AccountData> {
  const read = async ([kind, text]: [string, string]): Promise<[string, DataRow[]]> => [kind, (await pool.query<DataRow>(text, [userId])).rows];
  return Object.fromEntries(await Promise.all(Object.entries(KINDS).map(read)));
}
