import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi({ PUBLIC_URL: 'https://tenon.example' });
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

interface Session {
  readonly id: string;
  readonly browser: string;
  readonly system: string;
  readonly address: string;
  readonly lastUsedAt: string;
  readonly isCurrent: boolean;
}

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36';
const sessionsOf = async (cookie: string): Promise<Session[]> => {
  const { data } = await api.ask('{ viewer { sessions { id browser system address lastUsedAt isCurrent } } }', {}, cookie);
  return (data as { viewer: { sessions: Session[] } | null }).viewer?.sessions ?? [];
};
const isIn = async (cookie: string): Promise<boolean> => (await api.ask('{ viewer { id } }', {}, cookie)).data?.['viewer'] !== null;
const cookiesOf = (response: Response): string => response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');

async function signInBy({ email, password }: TestPerson, headers: Record<string, string> = {}): Promise<string> {
  const response = await api.post('/api/auth/sign-in', { email, password }, { 'user-agent': CHROME, 'x-forwarded-for': '203.0.113.7', ...headers });
  expect(response.status).toBe(200);
  return cookiesOf(response);
}

/** All but the one that asks whoever signed up to verify their address. */
const mailsTo = ({ email }: TestPerson): Promise<{ subject: string; body: string }[]> => api.database.sql(`SELECT subject, body FROM mail_message WHERE recipient = $1 AND subject NOT LIKE '%Confirm your address' ORDER BY written_at`, [email]);

describe('where somebody is signed in', () => {
  it('is listed with device and address, and ended there and in the trail, and nowhere else', async () => {
    const [owner, other] = [await api.signUp('Listed'), await api.signUp('Other')];
    const elsewhere = await signInBy(owner);
    const sessions = await sessionsOf(owner.cookie);
    expect(sessions.map(({ isCurrent, browser, system, address }) => ({ isCurrent, browser, system, address }))).toEqual(
      expect.arrayContaining([expect.objectContaining({ isCurrent: true }), { isCurrent: false, browser: 'Chrome', system: 'Windows', address: '203.0.113.7' }]),
    );
    const away = sessions.find(({ isCurrent }) => !isCurrent)!;
    const end = 'mutation ($id: ID!) { endSession(id: $id) }';
    expect((await other.ask(end, { id: away.id })).errors?.map(({ extensions }) => extensions.code)).toEqual(['SESSION.NOT_FOUND']);
    expect((await owner.ask(end, { id: 'no id' })).errors?.map(({ extensions }) => extensions.code)).toEqual(['SESSION.NOT_FOUND']);
    expect(await isIn(elsewhere)).toBe(true);
    expect(await owner.get<object>(end, { id: away.id })).toEqual({ endSession: away.id });
    expect([await isIn(elsewhere), await isIn(owner.cookie)]).toEqual([false, true]);
    expect(await api.database.sql(`SELECT details->>'sessionId' AS id FROM audit_entry WHERE action = 'member.session-ended' AND actor = $1`, [owner.email])).toEqual([{ id: away.id }]);
  });

  it('is left everywhere else at once, and nobody else leaves', async () => {
    const [owner, other] = [await api.signUp('Leaving'), await api.signUp('Staying')];
    const elsewhere = [await signInBy(owner), await signInBy(owner)];
    expect(await owner.get<object>('mutation { endOtherSessions }')).toEqual({ endOtherSessions: 2 });
    expect(await Promise.all([...elsewhere, owner.cookie, other.cookie].map(isIn))).toEqual([false, false, true, true]);
    expect(await owner.get<object>('mutation { endOtherSessions }')).toEqual({ endOtherSessions: 0 });
  });

  it('is said with the whole of an IPv6 address, in its short form', async () => {
    const owner = await api.signUp('IPv6');
    await signInBy(owner, { 'x-forwarded-for': '2001:db8:0:0:1:0:0:7' });
    expect((await sessionsOf(owner.cookie)).map(({ address }) => address)).toContain('2001:db8::1:0:0:7');
  });

  it('is said with when it was used last', async () => {
    const owner = await api.signUp('Used');
    await api.database.sql(`UPDATE auth.session SET last_used_at = now() - interval '6 minutes' WHERE "userId" = (SELECT id FROM auth."user" WHERE email = $1)`, [owner.email]);
    const before = Date.now();
    const [session] = await sessionsOf(owner.cookie);
    expect(Date.parse(session!.lastUsedAt)).toBeGreaterThanOrEqual(before - 1_000);
    const [again] = await sessionsOf(owner.cookie);
    expect(again!.lastUsedAt).toBe(session!.lastUsedAt);
  });
});

describe('over https', () => {
  it('the session’s cookie is this host’s alone, and one by another name opens nothing', async () => {
    const { email, password } = await api.signUp('Hosted');
    const response = await api.post('/api/auth/sign-in', { email, password });
    const cookie = response.headers.getSetCookie().find((each) => each.includes('session_token'))!;
    expect(cookie).toMatch(/^__Host-tenon\.session_token=/);
    expect(cookie.split('; ').slice(1).map((each) => each.toLowerCase())).toEqual(expect.arrayContaining(['path=/', 'secure', 'httponly', 'samesite=lax']));
    expect(cookie.toLowerCase()).not.toContain('domain=');
    const value = cookie.split(';')[0]!.slice('__Host-tenon.session_token='.length);
    const viewerBy = async (name: string): Promise<unknown> => (await api.ask('{ viewer { email } }', {}, `${name}=${value}`)).data?.['viewer'];
    // A sibling host could set the second and third.
    expect([await viewerBy('__Host-tenon.session_token'), await viewerBy('__Secure-tenon.session_token'), await viewerBy('tenon.session_token')]).toEqual([{ email }, null, null]);
    const out = await api.post('/api/auth/sign-out', {}, { cookie: cookie.split(';')[0]! });
    expect(out.headers.getSetCookie().find((each) => each.includes('session_token'))).toMatch(/^__Host-tenon\.session_token=;.*Max-Age=0/);
  });
});

describe('a new device', () => {
  it('is told by mail, once, and one that somebody signed up with is none', async () => {
    const owner = await api.signUp('Told');
    expect(await mailsTo(owner)).toEqual([]);
    const known = await signInBy(owner, { cookie: owner.cookie });
    expect(await mailsTo(owner)).toEqual([]);
    const fresh = await signInBy(owner);
    const [mail] = await mailsTo(owner);
    expect(mail!.subject).toBe('新设备登录 · A new device signed in');
    for (const told of ['Chrome, Windows', '203.0.113.7', 'https://tenon.example/settings/security']) expect(mail!.body).toContain(told);
    await signInBy(owner, { cookie: fresh });
    await signInBy(owner, { cookie: known });
    expect(await mailsTo(owner)).toHaveLength(1);
  });

  it('is new to each person that signs in with it, and what it says of itself is not in the mail', async () => {
    const [one, two] = [await api.signUp('One'), await api.signUp('Two')];
    await signInBy(two, { cookie: one.cookie, 'user-agent': 'Click https://evil.example now' });
    const [mail] = await mailsTo(two);
    expect(mail!.body).toContain('unknown, unknown');
    expect(mail!.body).not.toContain('evil');
  });

  it('is not one that a wrong password was tried with', async () => {
    const owner = await api.signUp('Tried');
    expect((await api.post('/api/auth/sign-in', { email: owner.email, password: 'wrong' })).status).toBe(401);
    expect(await mailsTo(owner)).toEqual([]);
  });
});
