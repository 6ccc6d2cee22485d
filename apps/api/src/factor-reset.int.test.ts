import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AppointStaff } from '@tenon/identity/api';
import { codeOf } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { whoIs } from './testing/colleagues.js';
import { setUpSecondFactor, type Authenticator } from './testing/second-factors.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

const CHECK = 'Video call, identity card shown, called back by the number on file.';
const ROOT = { email: 'root@example.com', password: 'a long enough secret', name: 'Root', role: 'root' as const };

let api: TestApi;
let root: TestPerson;
let owner: TestPerson;
let company: string;
let factor: Authenticator;
beforeAll(async () => {
  api = await testApi();
  const appoint = api.app.get(AppointStaff, { strict: false });
  await appoint.execute(ROOT);
  root = await api.signIn(ROOT.email, ROOT.password);
});
beforeEach(async () => {
  owner = await api.newcomer('Lost');
  company = (await whoIs(owner)).tenant!.id;
  factor = await setUpSecondFactor(owner);
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const said = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? 'done';
const begin = (by = root, input: object = {}): Promise<Answer> =>
  by.ask('mutation ($input: BeginFactorResetInput!) { beginFactorReset(input: $input) }', { input: { companyId: company, email: owner.email, check: CHECK, ...input } });
const later = (hours: number): Promise<unknown> =>
  api.database.sql(`UPDATE auth.factor_reset SET due_at = due_at - $1 * interval '1 hour', lapses_at = lapses_at - $1 * interval '1 hour'`, [hours]);
const resetDueAt = async (): Promise<string | null> => (await owner.get<{ viewer: { secondFactor: { resetDueAt: string | null } } }>('{ viewer { secondFactor { resetDueAt } } }')).viewer.secondFactor.resetDueAt;
const trail = (): Promise<{ action: string; kind: string; check: string | null }[]> =>
  api.database.sql(`SELECT action, actor_kind AS kind, details ->> 'check' AS check FROM audit_entry WHERE tenant_id = $1 AND action LIKE 'member.second-factor-reset%' ORDER BY seq`, [company]);

/** Signs in by the password; `code` where one is asked for. */
async function signIn(code?: string): Promise<string> {
  const cookiesOf = (response: Response): string => response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const first = await api.post('/api/auth/sign-in', owner);
  const { next } = (await first.json()) as { next?: string };
  if (next === undefined) return (await api.ask('{ viewer { email } }', {}, cookiesOf(first))).data?.['viewer'] ? 'in by password' : 'out';
  if (code === undefined) return 'asked for a code';
  return (await api.post('/api/auth/second-step', { code }, { cookie: cookiesOf(first) })).ok ? 'in by code' : 'wrong code';
}

describe('a second factor that is lost with its codes', () => {
  it('goes three days after the office has made sure who asks, at the next right password, and every session with it', async () => {
    const { data } = await begin();
    expect(Date.parse(String(data?.['beginFactorReset'])) - Date.now()).toBeGreaterThan(71 * 3_600_000);
    expect([await resetDueAt(), await signIn()]).toEqual([data?.['beginFactorReset'], 'asked for a code']);
    await later(72);
    expect((await api.post('/api/auth/sign-in', { ...owner, password: 'wrong' })).status).toBe(401);
    expect([await signIn(), await signIn()]).toEqual(['in by password', 'in by password']);
    expect((await owner.ask('{ viewer { email } }')).data).toEqual({ viewer: null });
    expect(await trail()).toEqual([{ action: 'member.second-factor-reset-begun', kind: 'staff', check: CHECK }, { action: 'member.second-factor-reset', kind: 'user', check: null }]);
    expect(await api.database.sql('SELECT 1 FROM auth.recovery_code c JOIN auth."user" u ON u.id = c.user_id WHERE u.email = $1', [owner.email])).toEqual([]);
  });

  it('is told of by mail at once, with nothing that somebody else wrote', async () => {
    await begin();
    const mails = await api.database.sql<{ subject: string; body: string }>('SELECT subject, body FROM mail_message WHERE recipient = $1', [owner.email]);
    const mail = mails.find(({ subject }) => subject.includes('about to be reset'));
    expect(mail?.body.match(/https?:\S+/g)).toEqual(['http://localhost:3000/sign-in']);
    expect(mail?.body).not.toContain(CHECK);
  });

  it.each(['authenticator', 'recovery code'])('is not lost where the %s signs in: the reset ends', async (by) => {
    await begin();
    await later(71);
    expect(await signIn(by === 'authenticator' ? codeOf(factor.secret, 1) : factor.recoveryCodes[0])).toBe('in by code');
    await api.database.sql(`UPDATE auth.second_factor SET last_step = 0`);
    await later(72);
    expect([await signIn(), await resetDueAt()]).toEqual(['asked for a code', null]);
    expect((await trail()).at(-1)).toEqual({ action: 'member.second-factor-reset-stopped', kind: 'user', check: null });
  });

  it('is not lost where somebody who is signed in says so', async () => {
    await begin();
    expect([said(await owner.ask('mutation { stopFactorReset { id } }')), said(await owner.ask('mutation { stopFactorReset { id } }'))]).toEqual(['done', 'SECOND_FACTOR.NO_RESET']);
    await later(72);
    expect(await signIn()).toBe('asked for a code');
    expect(said(await begin())).toBe('done');
  });

  it('stays where nobody signs in within a week', async () => {
    await begin();
    await later((3 + 7) * 24);
    expect([await signIn(), await resetDueAt()]).toEqual(['asked for a code', null]);
    expect(said(await begin())).toBe('done');
  });
});

describe('the office', () => {
  it('resets none twice at once, none of strangers to the company, and none without a word on the check', async () => {
    const other = await api.newcomer('Elsewhere');
    await setUpSecondFactor(other);
    expect([said(await begin(root, { email: other.email })), said(await begin(root, { check: 'known to me' })), said(await begin(root, { companyId: 'nonsense' }))]).toEqual(['MEMBER.NOT_FOUND', 'SECOND_FACTOR.CHECK_REQUIRED', 'TENANT.NOT_FOUND']);
    expect([said(await begin(root, { email: ` ${owner.email.toUpperCase()} ` })), said(await begin())]).toEqual(['done', 'SECOND_FACTOR.NO_NEED']);
    expect((await trail()).filter(({ action }) => action.endsWith('begun'))).toHaveLength(1);
  });

  it('resets none where there is none', async () => {
    await owner.get('mutation ($password: String!) { turnOffSecondFactor(password: $password) { id } }', { password: owner.password });
    expect([said(await begin()), await trail()]).toEqual(['SECOND_FACTOR.NO_NEED', []]);
  });

  it.each(['support', 'review'] as const)('leaves it to root: %s may not', async (role) => {
    const email = `${role}@example.com`;
    await api.app.get(AppointStaff, { strict: false }).execute({ ...ROOT, email, role });
    expect(said(await begin(await api.signIn(email, ROOT.password)))).toBe('AUTH.FORBIDDEN');
    expect(said(await begin(owner))).toBe('AUTH.FORBIDDEN');
  });
});
