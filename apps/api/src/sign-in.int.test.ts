import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forgetCompany } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { tablesKeeping } from './testing/kept-secrets.js';
import { digestOfLink } from './testing/reset-links.js';
import { testApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const VIEWER = '{ viewer { email permissions staffRole tenant { id name state timeZone } } }';
const strong = 'a long enough secret';

async function refused(path: string, body: unknown, headers?: Record<string, string>): Promise<[number, string]> {
  const response = await api.post(path, body, headers);
  const { error } = (await response.json()) as { error: { code: string } };
  return [response.status, error.code];
}

describe('signing up', () => {
  it('makes a company of one’s own and signs in', async () => {
    const owner = await api.signUp('宝山第一注塑');
    const { viewer } = await owner.get<{ viewer: { tenant: { name: string; timeZone: string }; permissions: string[] } }>(VIEWER);
    expect(viewer.tenant).toMatchObject({ name: '宝山第一注塑', timeZone: 'Asia/Shanghai' });
    expect(viewer.permissions).toContain('device:create');
    expect(viewer.permissions).not.toContain('company:read');
  });

  it.each([
    [{ companyName: '', email: 'x@example.com', password: strong }, 400, 'AUTH.COMPANY_NAME_REQUIRED'],
    [{ companyName: 'X', email: 'not a mail', password: strong }, 400, 'AUTH.EMAIL_MALFORMED'],
    [{ companyName: 'X', email: 'x@example.com', password: 'short' }, 400, 'AUTH.WEAK_PASSWORD'],
    [{ companyName: 'X', email: 'x@example.com' }, 400, 'AUTH.WEAK_PASSWORD'],
    [{ companyName: 'X', email: 'x@example.com', password: 'P@ssw0rd2026' }, 400, 'AUTH.WEAK_PASSWORD'],
    [{ companyName: '宝山第一注塑', email: 'x@example.com', password: '宝山第一注塑2026' }, 400, 'AUTH.WEAK_PASSWORD'],
    [null, 400, 'AUTH.COMPANY_NAME_REQUIRED'],
    [[1], 400, 'AUTH.COMPANY_NAME_REQUIRED'],
  ])('refuses %j', async (body, status, code) => {
    expect(await refused('/api/auth/sign-up', body)).toEqual([status, code]);
  });

  it('refuses an e-mail that is taken, whatever its case', async () => {
    const { email } = await api.signUp('First');
    expect(await refused('/api/auth/sign-up', { companyName: 'Second', email: email.toUpperCase(), password: strong })).toEqual([409, 'AUTH.EMAIL_TAKEN']);
    expect(await api.database.sql(`SELECT 1 FROM tenant WHERE name = 'Second'`)).toEqual([]);
  });

  it('makes good a company that a crash left unmade', async () => {
    const owner = await api.signUp('Unfinished');
    await forgetCompany(api.database, 'Unfinished');
    await api.database.sql(`UPDATE auth."user" SET "pendingCompanyName" = 'Unfinished' WHERE email = $1`, [owner.email]);
    await api.database.sql(`UPDATE auth.session SET "activeOrganizationId" = NULL WHERE "userId" = (SELECT id FROM auth."user" WHERE email = $1)`, [owner.email]);
    const { viewer } = await owner.get<{ viewer: { tenant: { name: string } } }>(VIEWER);
    expect(viewer.tenant.name).toBe('Unfinished');
  });

  it.each(['https://evil.example', 'null', 'nonsense'])('refuses a request that a page of %s made the browser send', async (origin) => {
    expect(await refused('/api/auth/sign-in', { email: 'x@example.com', password: strong }, { origin })).toEqual([403, 'AUTH.CROSS_ORIGIN']);
  });

  it('takes a request of the portal’s own pages', async () => {
    expect(await refused('/api/auth/sign-in', { email: 'x@example.com', password: strong }, { origin: api.url })).toEqual([401, 'AUTH.WRONG_CREDENTIALS']);
  });
});

describe('signing in and out', () => {
  it('knows a person by e-mail and password, and nobody by less', async () => {
    const { email } = await api.signUp('Sign-in');
    const back = await api.signIn(email, strong);
    expect((await back.get<{ viewer: { email: string } }>(VIEWER)).viewer.email).toBe(email);
    expect(await refused('/api/auth/sign-in', { email, password: 'wrong' })).toEqual([401, 'AUTH.WRONG_CREDENTIALS']);
    expect(await refused('/api/auth/sign-in', { email: 'nobody@example.com', password: strong })).toEqual([401, 'AUTH.WRONG_CREDENTIALS']);
  });

  it('ends the session for good', async () => {
    const owner = await api.signUp('Leaving');
    expect((await api.post('/api/auth/sign-out', {}, { cookie: owner.cookie })).status).toBe(200);
    expect((await owner.ask(VIEWER)).data).toEqual({ viewer: null });
  });

  it('prolongs a session in daily use, and the browser’s cookie with it', async () => {
    const owner = await api.signUp('Daily');
    const aged = `UPDATE auth.session SET "updatedAt" = now() - interval '2 days', "expiresAt" = now() + interval '5 days' WHERE "userId" = (SELECT id FROM auth."user" WHERE email = $1)`;
    const ask = async (headers: Record<string, string> = {}): Promise<string[]> => (await api.post('/graphql', { query: VIEWER }, { cookie: owner.cookie, ...headers })).headers.getSetCookie();
    expect(await ask()).toEqual([]);
    await api.database.sql(aged, [owner.email]);
    // While a page is made nobody keeps cookies, so nothing is used up.
    expect(await ask({ 'x-tenon-drops-cookies': '1' })).toEqual([]);
    expect(await ask()).toEqual([expect.stringMatching(/^tenon\.session_token=.*Max-Age=604800/)]);
    const [session] = await api.database.sql<{ days: number }>(`SELECT round(extract(epoch FROM s."expiresAt" - now()) / 86400)::int AS days FROM auth.session s JOIN auth."user" u ON u.id = s."userId" WHERE u.email = $1`, [owner.email]);
    expect(session).toEqual({ days: 7 });
    expect(await ask()).toEqual([]);
  });

  it('slows down guessing at once too, and says for how long', async () => {
    const { email } = await api.signUp('Raced');
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => api.post('/api/auth/sign-in', { email, password: `guess ${index}` })));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    const { error } = (await answers.find(({ status }) => status === 429)!.json()) as { error: { details: { waitS: number } } };
    expect(error.details.waitS).toBeGreaterThan(0);
    const elsewhere = await api.post('/api/auth/sign-in', { email, password: strong }, { 'x-forwarded-for': '203.0.113.7' });
    expect(elsewhere.status).toBe(200);
  });

  it('slows down guessing', async () => {
    const { email } = await api.signUp('Guessed');
    for (let attempt = 0; attempt < 10; attempt += 1) await api.post('/api/auth/sign-in', { email, password: `guess ${attempt}` });
    expect(await refused('/api/auth/sign-in', { email, password: strong })).toEqual([429, 'AUTH.TOO_MANY_ATTEMPTS']);
  });
});

describe('a forgotten password', () => {
  const linkTo = async (email: string, before?: string): Promise<string> => {
    for (;;) {
      const rows = await api.database.sql<{ body: string }>(`SELECT body FROM mail_message WHERE recipient = $1 AND subject LIKE '%Set a new password' ORDER BY written_at DESC`, [email]);
      const token = /token=(\S+)/.exec(rows[0]?.body ?? '')?.[1];
      if (token && token !== before) return decodeURIComponent(token);
    }
  };

  it('is replaced by the link in the mail, once, and ends other sessions', async () => {
    const owner = await api.signUp('Forgetful');
    expect((await api.post('/api/auth/request-password-reset', { email: owner.email })).status).toBe(202);
    const token = await linkTo(owner.email);
    const password = 'another good secret';
    for (const known of ['qwertyuiop123', 'Forgetful-2026']) expect(await refused('/api/auth/reset-password', { token, password: known })).toEqual([400, 'AUTH.WEAK_PASSWORD']);
    expect((await api.post('/api/auth/reset-password', { token, password })).status).toBe(200);
    expect((await owner.ask(VIEWER)).data).toEqual({ viewer: null });
    expect((await (await api.signIn(owner.email, password)).get<{ viewer: object }>(VIEWER)).viewer).not.toBeNull();
    expect(await refused('/api/auth/reset-password', { token, password })).toEqual([400, 'AUTH.RESET_TOKEN_INVALID']);
    expect(await api.database.sql(`SELECT 1 FROM mail_message WHERE recipient = $1 AND body LIKE '%A new password was set%'`, [owner.email])).toHaveLength(1);
    expect(await api.database.sql(`SELECT actor FROM audit_entry WHERE action = 'member.password-set' AND actor = $1`, [owner.email])).toHaveLength(1);
  });

  it('is proof of the address, once the link in the mail is used', async () => {
    const { email } = await api.signUp('Proven');
    const state = async (): Promise<unknown[]> => [
      ...(await api.database.sql('SELECT "emailVerified" AS verified FROM auth."user" WHERE email = $1', [email])),
      ...(await api.database.sql(`SELECT details ->> 'email' AS email, address FROM audit_entry WHERE action = 'member.email-verified' AND actor = $1`, [email])),
    ];
    const ask = (): Promise<Response> => api.post('/api/auth/request-password-reset', { email });
    const reset = async (token: string, password = strong): Promise<number> => (await api.post('/api/auth/reset-password', { token, password })).status;
    await ask();
    const late = await linkTo(email);
    // What is kept of a link is no link.
    expect([await tablesKeeping(api.database, late, ['auth.verification']), await reset(digestOfLink(late))]).toEqual([[], 400]);
    expect([await reset(late, 'short'), await state()]).toEqual([400, [{ verified: false }]]);
    await api.database.sql(`UPDATE auth.verification SET "expiresAt" = "expiresAt" - interval '1 hour' WHERE identifier = $1`, [digestOfLink(late)]);
    expect([await reset(late), await state()]).toEqual([400, [{ verified: false }]]);
    await ask();
    expect([await reset(await linkTo(email, late)), await state()]).toEqual([200, [{ verified: true }, { email, address: '127.0.0.1' }]]);
  });

  it('is not mailed in words of a stranger', async () => {
    const email = 'stranger-chose@example.com';
    await api.post('/api/auth/sign-up', { companyName: 'X', email, password: strong, name: 'Click https://evil.example now' });
    await api.post('/api/auth/request-password-reset', { email });
    await linkTo(email);
    const [mail] = await api.database.sql<{ subject: string; body: string }>(`SELECT string_agg(subject, ' ') AS subject, string_agg(body, ' ') AS body FROM mail_message WHERE recipient = $1`, [email]);
    expect(`${mail?.subject}${mail?.body}`).not.toContain('evil');
  });

  it('is mailed so often and no oftener, known or not', async () => {
    for (const email of ['flooded@example.com', (await api.signUp('Flooded')).email]) {
      for (let turn = 0; turn < 5; turn += 1) expect((await api.post('/api/auth/request-password-reset', { email })).status).toBe(202);
      expect(await refused('/api/auth/request-password-reset', { email })).toEqual([429, 'AUTH.TOO_MANY_ATTEMPTS']);
    }
  });

  it('does not tell whether an e-mail is known', async () => {
    expect((await api.post('/api/auth/request-password-reset', { email: 'nobody@example.com' })).status).toBe(202);
    expect(await api.database.sql(`SELECT 1 FROM mail_message WHERE recipient = 'nobody@example.com'`)).toEqual([]);
  });
});
