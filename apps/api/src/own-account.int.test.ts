import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '@tenon/db';
import { AppointStaff } from '@tenon/identity/api';
import { createLog } from '@tenon/runtime';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs, type Colleague } from './testing/colleagues.js';
import { mailClerk, type MailClerk } from './testing/mail-clerk.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let clerk: MailClerk;
beforeAll(async () => {
  api = await testApi();
  clerk = mailClerk(api);
});
afterAll(async () => {
  await clerk.close();
  await api.close();
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const PASSWORD = 'a long enough secret';
const cookiesOf = (response: Response): string => response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
const codesOf = ({ errors }: Answer): unknown => (errors ?? []).map(({ extensions }) => extensions.code);
const remove = (person: TestPerson, password: string | null = PASSWORD): Promise<Answer> => person.ask('mutation ($password: String) { deleteAccount(password: $password) }', { password });
const companyOf = async (person: TestPerson): Promise<string> => (await whoIs(person)).tenant!.id;
/** Somebody of a company who owns none. */
async function hand(tenant: string, role: string): Promise<Colleague> {
  const person = await colleague(api, tenant, role);
  await api.database.sql('DELETE FROM tenant_member WHERE user_id = $1 AND tenant_id <> $2', [person.id, tenant]);
  return person;
}
/** Does these one after another while something is held, each of which waits for it, and then lets it go; what each came to. */
async function whileHeld(lock: string, id: string, acts: readonly (() => Promise<Answer>)[]): Promise<Answer[]> {
  const opened = openDatabase({ databaseUrl: api.database.databaseUrl, log: createLog({ name: 'test', level: 'silent' }) });
  const waiting = async (): Promise<number> => (await api.database.sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).length;
  const begun: Promise<Answer>[] = [];
  await opened.system.run('test: hold', async (tx) => {
    await tx.sql(lock, [id]);
    for (const act of acts) {
      begun.push(act());
      while ((await waiting()) < begun.length);
    }
  });
  const answers = await Promise.all(begun);
  await opened.close();
  return answers;
}
/** Every table of sign-in and of a person in companies, and how many rows hold this id in any column. An organisation is a company's, whose short name says who founded it. */
async function rowsWith(id: string): Promise<Record<string, number>> {
  const tables = await api.database.sql<{ name: string }>(`SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE (schemaname = 'auth' AND tablename <> 'organization') OR tablename IN ('tenant_member', 'api_key', 'saved_view', 'notice_preference', 'notice_receipt')`);
  const counts = await Promise.all(tables.map(async ({ name }) => [name, (await api.database.sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${name} t WHERE to_jsonb(t)::text LIKE '%' || $1 || '%'`, [id]))[0]!.n] as const));
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}
const download = (cookie: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${api.url}/api/account/data`, { headers: { cookie, ...headers } });

describe('deleting one’s own account', () => {
  it('leaves nothing of the person but what they did, tells the company and them, and lets them come anew', async () => {
    const owner = await api.newcomer('Stays');
    const tenant = await companyOf(owner);
    const person = await hand(tenant, 'admin');
    await person.get('mutation { createApiKey(input: { name: "reads", permissions: ["device:read"], days: 1 }) { secret } }');
    await person.get('mutation { saveView(input: { list: MACHINES, name: "mine", look: { query: "" } }) { id } }').catch(() => undefined);
    await person.get('mutation { invitePerson(input: { email: "later@example.com", roleId: "viewer", language: ZH }) { id } }');
    await api.post('/api/auth/request-password-reset', { email: person.email });
    expect(Object.keys(await rowsWith(person.id))).toEqual(expect.arrayContaining(['auth.session', 'auth.verification', 'public.api_key', 'public.tenant_member']));

    expect((await remove(person)).data).toEqual({ deleteAccount: person.id });

    expect(await rowsWith(person.id)).toEqual({});
    expect(await api.ask('{ viewer { id } }', {}, person.cookie)).toEqual({ data: { viewer: null } });
    expect((await api.post('/api/auth/sign-in', { email: person.email, password: PASSWORD })).status).toBe(401);
    const mails = await api.database.sql<{ subject: string }>('SELECT subject FROM mail_message WHERE recipient = $1', [person.email]);
    expect(mails).toEqual([{ subject: '您的账号已删除 · Your account was deleted' }]);
    const trail = await owner.get<{ auditTrail: { nodes: { action: string; actor: string; details: { because?: string } }[] } }>('{ auditTrail(first: 10) { nodes { action actor details } } }');
    expect(trail.auditTrail.nodes.slice(0, 2)).toEqual([
      expect.objectContaining({ action: 'invitation.revoked', actor: person.email }),
      expect.objectContaining({ action: 'member.left', actor: person.email, details: expect.objectContaining({ because: 'account-deleted' }) }),
    ]);
    expect(await api.database.sql(`SELECT payload->>'kind' AS kind FROM outbox WHERE tenant_id = $1 AND payload->>'personId' = $2`, [tenant, person.id])).toEqual([{ kind: 'member.removed' }]);
    expect(await api.database.sql('SELECT inviter_name AS name FROM invitation WHERE tenant_id = $1', [tenant])).toEqual([{ name: '' }]);

    expect((await api.post('/api/auth/sign-up', { companyName: 'Anew', email: person.email, password: PASSWORD })).status).toBe(201);
  });

  it('asks who it is, and refuses the last owner and staff, with nothing changed', async () => {
    const owner = await api.newcomer('Last Owner Works');
    expect(codesOf(await remove(owner, 'not mine'))).toEqual(['AUTH.WRONG_PASSWORD']);
    await api.database.sql(`UPDATE auth.session SET "createdAt" = now() - interval '1 hour' WHERE "userId" = (SELECT id FROM auth."user" WHERE email = $1)`, [owner.email]);
    expect(codesOf(await remove(owner, null))).toEqual(['AUTH.CONFIRM_REQUIRED']);
    const { errors } = await remove(owner);
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'ACCOUNT.LAST_OWNER', details: { companies: ['Last Owner Works'] } }]);
    await api.app.get(AppointStaff, { strict: false }).execute({ email: 'chief@tenon.example', password: PASSWORD, name: 'chief', role: 'support' });
    const chief = await api.signIn('chief@tenon.example', PASSWORD);
    expect(codesOf(await remove(chief))).toEqual(['ACCOUNT.IS_STAFF']);
    expect([(await whoIs(owner)).tenant !== null, (await chief.get<{ viewer: object | null }>('{ viewer { id } }')).viewer !== null]).toEqual([true, true]);
  });

  it('at once by both owners lets one of them go', async () => {
    const first = await api.newcomer('Two Owners');
    const tenant = await companyOf(first);
    const second = await hand(tenant, 'owner');
    const answers = await whileHeld('SELECT 1 FROM tenant WHERE id = $1 FOR NO KEY UPDATE', tenant, [() => remove(first), () => remove(second)]);
    expect(answers.map(codesOf)).toEqual([[], ['ACCOUNT.LAST_OWNER']]);
    expect(await api.database.sql('SELECT 1 FROM tenant_member WHERE tenant_id = $1', [tenant])).toHaveLength(1);
  });

  it.each([
    ['after', ['remove', 'hand over'], [[], ['MEMBER.NOT_FOUND']]],
    ['before', ['hand over', 'remove'], [[], ['ACCOUNT.LAST_OWNER']]],
  ] as const)('is done for an heir to whom the company is handed over %s, or refused, and the company keeps an owner', async (_when, order, said) => {
    const owner = await api.newcomer('Handing Over');
    const tenant = await companyOf(owner);
    const heir = await hand(tenant, 'admin');
    const acts = { remove: () => remove(heir), 'hand over': () => owner.ask(`mutation ($to: ID!) { transferOwnership(input: { to: $to, ownRoleId: "viewer", password: "${PASSWORD}" }) { id } }`, { to: heir.id }) };
    const answers = await whileHeld('SELECT 1 FROM tenant WHERE id = $1 FOR NO KEY UPDATE', tenant, order.map((act) => acts[act]));
    expect(answers.map(codesOf)).toEqual(said);
    expect(await api.database.sql(`SELECT 1 FROM tenant_member m JOIN auth."user" u ON u.id = m.user_id WHERE m.tenant_id = $1 AND m.role = 'owner'`, [tenant])).toHaveLength(1);
  });

  it('lets nobody into a company afterwards who was on the way in', async () => {
    const owner = await api.newcomer('Asks In');
    const person = await hand(await companyOf(await api.newcomer('Other')), 'viewer');
    await owner.get('mutation ($email: String!) { invitePerson(input: { email: $email, roleId: "admin", language: ZH }) { id } }', { email: person.email });
    await clerk.work();
    const { token } = await clerk.mailTo(person.email);
    const accept = async (): Promise<Answer> => {
      const answer = await api.post('/api/auth/accept-invitation', { token }, { cookie: person.cookie });
      return answer.ok ? {} : { errors: [{ message: '', extensions: ((await answer.json()) as { error: { code: string } }).error }] };
    };
    // Whoever joins was let in by their session before it went.
    const answers = await whileHeld('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', person.id, [() => remove(person), accept]);
    expect(answers.map(codesOf)).toEqual([[], ['AUTH.SIGN_IN_REQUIRED']]);
    expect(await rowsWith(person.id)).toEqual({});
  });
});

describe('one’s own data', () => {
  it('holds the account, what is theirs in companies and what they did there, and no secret and nobody else', async () => {
    const owner = await api.newcomer('Data Works');
    const tenant = await companyOf(owner);
    const viewer = await hand(tenant, 'viewer');
    await owner.get('mutation { createApiKey(input: { name: "reads", permissions: ["device:read"], days: 1 }) { secret } }');
    const answer = await download(owner.cookie);
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('content-disposition')]).toEqual([200, 'private, no-store', expect.stringMatching(/^attachment; filename="tenon-own-data-\d{4}-\d\d-\d\d\.json"$/)]);
    const text = await answer.text();
    const data = JSON.parse(text) as { account: Record<string, object[]>; inCompanies: Record<string, object[]>; trails: { companyName: string; isInOutline: boolean; entries: { action: string }[] }[] };
    expect(data.account['person']).toMatchObject([{ email: owner.email }]);
    expect(data.account['sessions']).toHaveLength(1);
    expect(data.inCompanies['people/members']).toMatchObject([{ company_id: tenant, role: 'owner', email: owner.email }]);
    expect(data.inCompanies['people/api-keys']).toMatchObject([{ name: 'reads' }]);
    expect(data.trails).toMatchObject([{ companyName: 'Data Works', isInOutline: false }]);
    expect(data.trails[0]!.entries).toEqual(expect.arrayContaining([expect.objectContaining({ action: 'api-key.created', details: expect.objectContaining({ name: 'reads' }) })]));
    const [kept] = await api.database.sql<{ password: string; token: string }>('SELECT a.password, s.token FROM auth.account a JOIN auth.session s ON s."userId" = a."userId" JOIN auth."user" u ON u.id = a."userId" WHERE u.email = $1', [owner.email]);
    for (const secret of [kept!.password, kept!.token, viewer.email, viewer.id]) expect(text).not.toContain(secret);
  });

  it('says to which version of the privacy notice they agreed and when, whichever way they came', async () => {
    const consents = async (response: Response): Promise<unknown> => ((await (await download(cookiesOf(response))).json()) as { account: { privacyConsents: object[] } }).account.privacyConsents;
    const signUp = (name: string, privacyVersion?: string) => api.post('/api/auth/sign-up', { companyName: name, email: `${name}@example.org`, password: PASSWORD, privacyVersion });
    const noted = [{ version: '1', agreedAt: expect.stringMatching(/^\d{4}-/) }];
    expect(await consents(await signUp('agrees', '1'))).toEqual(noted);
    expect([await consents(await signUp('silent')), await consents(await signUp('invents', '999'))]).toEqual([[], []]);
    const owner = await api.newcomer('Invites');
    await owner.get('mutation { invitePerson(input: { email: "invited@example.org", roleId: "viewer", language: ZH }) { id } }');
    await clerk.work();
    const { token } = await clerk.mailTo('invited@example.org');
    expect(await consents(await api.post('/api/auth/accept-invitation', { token, name: 'Wang', password: PASSWORD, privacyVersion: '1' }))).toEqual(noted);
  });

  it('shows a trail in outline to whoever may not read it, and nothing to strangers and other sites', async () => {
    const viewer = await hand(await companyOf(await api.newcomer('Outline')), 'viewer');
    await viewer.get('mutation { endOtherSessions }');
    await viewer.ask('mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }', { input: { currentPassword: PASSWORD, newPassword: 'quite another secret' } });
    const { trails } = (await (await download(viewer.cookie)).json()) as { trails: { isInOutline: boolean; entries: object[] }[] };
    expect(trails).toMatchObject([{ isInOutline: true, entries: [{ action: 'member.password-changed' }] }]);
    expect(trails[0]!.entries[0]).not.toHaveProperty('details');
    expect([(await download('')).status, (await download(viewer.cookie, { 'sec-fetch-site': 'cross-site' })).status]).toEqual([401, 403]);
  });
});
