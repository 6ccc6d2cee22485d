import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppointStaff } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { setUpSecondFactor } from './testing/second-factors.js';
import { digestOfLink } from './testing/reset-links.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const KEY = 'mutation { createApiKey(input: { name: "Left behind", permissions: ["device:read"], days: 365 }) { secret } }';
const NEW_PASSWORD = 'what the owner chose';
const codesOf = ({ errors }: { errors?: readonly { extensions: { code: string } }[] }): string[] => (errors ?? []).map(({ extensions }) => extensions.code);
const setVerified = ({ email }: TestPerson, isVerified: boolean): Promise<unknown> => api.database.sql('UPDATE auth."user" SET "emailVerified" = $2 WHERE email = $1', [email, isVerified]);
const byKey = async (secret: string): Promise<string[]> => codesOf((await (await api.post('/graphql', { query: '{ devices { totalCount } }' }, { authorization: `Bearer ${secret}` })).json()) as object);

/** The link to a new password that was mailed to somebody, as its token. */
async function resetToken(email: string): Promise<string> {
  await api.post('/api/auth/request-password-reset', { email });
  const [mail] = await api.database.sql<{ body: string }>(`SELECT body FROM mail_message WHERE recipient = $1 AND subject LIKE '%Set a new password' ORDER BY written_at DESC`, [email]);
  return decodeURIComponent(/token=(\S+)/.exec(mail?.body ?? '')?.[1] ?? '');
}

const reset = async (token: string): Promise<number> => (await api.post('/api/auth/reset-password', { token, password: NEW_PASSWORD })).status;

/** Signs in by password alone; what comes next, and who is in. */
async function signIn(email: string, password: string): Promise<{ next: unknown; viewer: unknown }> {
  const response = await api.post('/api/auth/sign-in', { email, password });
  const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  return { next: ((await response.json()) as { next?: string }).next, viewer: (await api.ask('{ viewer { email } }', {}, cookie)).data?.['viewer'] };
}

/** What a person's account has left beside its password, and what its trail says of it. */
async function leftOf({ email }: TestPerson): Promise<object> {
  const [left] = await api.database.sql(
    `SELECT (SELECT count(*)::int FROM auth.second_factor f WHERE f.user_id = u.id) AS factors, (SELECT count(*)::int FROM auth.recovery_code c WHERE c.user_id = u.id) AS codes,
       (SELECT count(*)::int FROM auth.passkey p WHERE p.user_id = u.id) AS passkeys,
       (SELECT count(*)::int FROM auth.known_device d WHERE d.user_id = u.id) AS devices, (SELECT count(*)::int FROM api_key k WHERE k.user_id = u.id AND k.revoked_at IS NULL) AS keys
     FROM auth."user" u WHERE email = $1`,
    [email],
  );
  return left as object;
}

const NOTHING = { factors: 0, codes: 0, passkeys: 0, devices: 0, keys: 0 };
const ALL = { factors: 1, codes: 10, passkeys: 1, devices: 1, keys: 1 };
const reasons = ({ email }: TestPerson): Promise<object[]> => api.database.sql(`SELECT action, details ->> 'because' AS because FROM audit_entry WHERE actor = $1 AND details ? 'because' ORDER BY action`, [email]);

/** An account with all that outlives a password, made when it counted as verified, as before it was asked. */
async function furnished(name: string): Promise<{ person: TestPerson; secret: string }> {
  const person = await api.newcomer(name);
  const { createApiKey } = await person.get<{ createApiKey: { secret: string } }>(KEY);
  await setUpSecondFactor(person);
  await api.database.sql(`INSERT INTO auth.known_device (user_id, digest) SELECT id, decode('00', 'hex') FROM auth."user" WHERE email = $1`, [person.email]);
  await api.database.sql(`INSERT INTO auth.passkey (user_id, name, credential_id, public_key, sign_count, is_syncable) SELECT id, 'Left behind', convert_to(email, 'utf8'), '', 0, false FROM auth."user" WHERE email = $1`, [person.email]);
  return { person, secret: createApiKey.secret };
}

describe('an account whose address nobody has verified', () => {
  it('gets nothing that outlives its password', async () => {
    const stranger = await api.signUp('Pre-hijack');
    for (const query of [KEY, 'mutation { beginSecondFactor { secret } }', 'mutation { confirmSecondFactor(code: "000000") { codes } }', 'mutation { beginPasskey { challenge } }', 'mutation { addPasskey(input: { name: "x", credentialId: "", clientData: "", attestation: "" }) { id } }']) {
      expect(codesOf(await stranger.ask(query))).toEqual(['AUTH.EMAIL_NOT_VERIFIED']);
    }
    expect(await leftOf(stranger)).toEqual({ ...NOTHING, devices: 1 });
    await setVerified(stranger, true);
    expect(codesOf(await stranger.ask(KEY))).toEqual([]);
  });

  it('loses all of that, and every session, when its owner sets a new password by the mailed link', async () => {
    const { person, secret } = await furnished('Hijacked');
    await setVerified(person, false);
    expect(await reset(await resetToken(person.email))).toBe(200);
    expect(await leftOf(person)).toEqual(NOTHING);
    expect([await byKey(secret), (await person.ask('{ viewer { email } }')).data]).toEqual([['AUTH.KEY_INVALID'], { viewer: null }]);
    expect(await signIn(person.email, NEW_PASSWORD)).toEqual({ next: undefined, viewer: { email: person.email } });
    expect(await reasons(person)).toEqual([
      { action: 'api-key.revoked', because: 'password-reset' },
      { action: 'member.passkey-removed', because: 'password-reset' },
      { action: 'member.second-factor-turned-off', because: 'password-reset' },
    ]);
  });

  it('keeps it while the link is not used, or is too old', async () => {
    const { person, secret } = await furnished('Not theirs');
    await setVerified(person, false);
    const token = await resetToken(person.email);
    await api.database.sql(`UPDATE auth.verification SET "expiresAt" = now() - interval '1 second' WHERE identifier = $1`, [digestOfLink(token)]);
    expect([await reset(token), await reset('made up'), await byKey(secret)]).toEqual([400, 400, []]);
    expect(await leftOf(person)).toEqual(ALL);
  });
});

it('an account whose address is verified keeps keys and second factor through a new password', async () => {
  const { person, secret } = await furnished('Forgetful');
  expect(await reset(await resetToken(person.email))).toBe(200);
  expect(await leftOf(person)).toEqual(ALL);
  expect([await byKey(secret), (await signIn(person.email, NEW_PASSWORD)).next]).toEqual([[], 'second-step']);
});

it('an account that is appointed to the office begins without the keys of whoever had it before', async () => {
  const { person, secret } = await furnished('First come');
  await api.app.get(AppointStaff, { strict: false }).execute({ email: person.email, name: 'Office', password: NEW_PASSWORD, role: 'root' });
  expect([await leftOf(person), await byKey(secret)]).toEqual([NOTHING, ['AUTH.KEY_INVALID']]);
});
