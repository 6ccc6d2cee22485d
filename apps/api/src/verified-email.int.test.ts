import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignInService } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { whoIs } from './testing/colleagues.js';
import { indicatorManifest } from './testing/companies-with-apps.js';
import { tablesKeeping } from './testing/kept-secrets.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const SEND = 'mutation { sendVerificationMail }';
const codesOf = ({ errors }: { errors?: readonly { extensions: { code: string } }[] }): string[] => (errors ?? []).map(({ extensions }) => extensions.code);
const isVerified = async (person: TestPerson): Promise<boolean> => (await person.get<{ viewer: { isEmailVerified: boolean } }>('{ viewer { isEmailVerified } }')).viewer.isEmailVerified;

/** The secrets of the links that were mailed to somebody, the newest first. */
async function linksTo(email: string): Promise<string[]> {
  const mails = await api.database.sql<{ body: string }>(`SELECT body FROM mail_message WHERE recipient = $1 ORDER BY written_at DESC`, [email]);
  return mails.flatMap(({ body }) => /\/verify-email\?token=(\S+)/.exec(body)?.[1] ?? []);
}

async function open(token: unknown): Promise<{ status: number; said: unknown }> {
  const response = await api.post('/api/auth/verify-email', { token }, { 'user-agent': 'Elsewhere' });
  const body = (await response.json()) as { email?: string; error?: { code: string } };
  return { status: response.status, said: body.error?.code ?? body.email };
}

/** So long ago were the mails written to somebody, as far as counting is concerned. */
const later = ({ email }: TestPerson, minutes: number): Promise<unknown> =>
  api.database.sql(
    `UPDATE auth.email_verification SET asked_at = asked_at - $2 * interval '1 minute', day_began_at = day_began_at - $2 * interval '1 minute', expires_at = expires_at - $2 * interval '1 minute'
     WHERE user_id = (SELECT id FROM auth."user" WHERE email = $1)`, [email, minutes]);

const trail = (email: string): Promise<{ tenant: string; details: object; address: string | null }[]> =>
  api.database.sql(`SELECT tenant_id AS tenant, details, address FROM audit_entry WHERE action = 'member.email-verified' AND actor = $1`, [email]);

describe('the link that is mailed at sign-up', () => {
  it('verifies the address once, wherever it is opened, and says so when it is opened again', async () => {
    const owner = await api.signUp('Opened');
    const { id, tenant } = await whoIs(owner);
    const [token, ...more] = await linksTo(owner.email);
    await later(owner, 3 * 24 * 60 - 1);
    expect([more, await isVerified(owner)]).toEqual([[], false]);
    expect(await Promise.all([open(token), open(token)])).toEqual([{ status: 200, said: owner.email }, { status: 200, said: owner.email }]);
    expect(await isVerified(owner)).toBe(true);
    await later(owner, 4 * 24 * 60);
    expect(await open(token)).toEqual({ status: 200, said: owner.email });
    expect(await trail(owner.email)).toEqual([{ tenant: tenant!.id, details: { memberId: id, email: owner.email }, address: '127.0.0.1' }]);
  });

  it('is kept as a digest, and ends after three days', async () => {
    const owner = await api.signUp('Late');
    const [token] = await linksTo(owner.email);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await tablesKeeping(api.database, token!, ['auth.email_verification', 'mail_message'])).toEqual(['mail_message']);
    await later(owner, 3 * 24 * 60);
    expect(await open(token)).toEqual({ status: 400, said: 'AUTH.VERIFICATION_TOKEN_INVALID' });
    expect([await isVerified(owner), await trail(owner.email)]).toEqual([false, []]);
  });

  it.each([['made up'], [''], [null], [{ $ne: '' }]])('is not %j', async (token) => {
    expect(await open(token)).toEqual({ status: 400, said: 'AUTH.VERIFICATION_TOKEN_INVALID' });
  });

  it('is guessed at no oftener than other secrets', async () => {
    const guess = (n: number): Promise<Response> => api.post('/api/auth/verify-email', { token: `guess ${n}` }, { 'x-forwarded-for': '198.51.100.9' });
    const statuses = (await Promise.all(Array.from({ length: 101 }, (_, n) => guess(n)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it('says nothing that the stranger who signed up has typed', async () => {
    const email = 'a-stranger-gave@example.com';
    await api.post('/api/auth/sign-up', { companyName: 'https://evil.example', email, password: 'a long enough secret', name: 'Click https://evil.example' });
    const [mail] = await api.database.sql<{ subject: string; body: string }>('SELECT subject, body FROM mail_message WHERE recipient = $1', [email]);
    expect(`${mail!.subject}${mail!.body}`).not.toContain('evil');
  });

  it('is refused where another site made the browser ask', async () => {
    expect((await api.post('/api/auth/verify-email', { token: 'x' }, { origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('an address that is known to be somebody’s, such as the demo’s', () => {
  it('is verified at sign-up, and nothing is mailed', async () => {
    const account = { email: 'demo@tenon.example', password: 'a long enough secret' };
    await api.app.get(SignInService, { strict: false }).signUp({ ...account, companyName: 'Demo', name: 'Demo' }, { headers: new Headers(), address: '127.0.0.1' }, { isAddressSure: true });
    expect(await api.database.sql('SELECT 1 FROM mail_message WHERE recipient = $1', [account.email])).toEqual([]);
    expect(await isVerified(await api.signIn(account.email, account.password))).toBe(true);
  });
});

describe('another mail', () => {
  it('is sent a minute later, five in a day, and its link ends the one before', async () => {
    const owner = await api.signUp('Again');
    const [first] = await linksTo(owner.email);
    const soon = await owner.ask(SEND);
    expect(soon.errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'AUTH.VERIFICATION_MAIL_TOO_SOON', details: { waitS: expect.any(Number) } }]);
    await later(owner, 1);
    expect(await owner.get<object>(SEND)).toEqual({ sendVerificationMail: owner.email });
    const links = await linksTo(owner.email);
    expect(links).toHaveLength(2);
    expect(await open(first)).toEqual({ status: 400, said: 'AUTH.VERIFICATION_TOKEN_INVALID' });
    for (let mail = 3; mail <= 5; mail += 1) {
      await later(owner, 1);
      await owner.get(SEND);
    }
    await later(owner, 1);
    expect(codesOf(await owner.ask(SEND))).toEqual(['AUTH.VERIFICATION_MAILS_SPENT']);
    await later(owner, 24 * 60);
    await owner.get(SEND);
    expect(await linksTo(owner.email)).toHaveLength(6);
    expect(await open((await linksTo(owner.email))[0])).toEqual({ status: 200, said: owner.email });
    expect(codesOf(await owner.ask(SEND))).toEqual(['AUTH.EMAIL_ALREADY_VERIFIED']);
  });

  it('is one, where two windows ask at once', async () => {
    const owner = await api.signUp('Twice');
    await later(owner, 1);
    const answers = (await Promise.all([owner.ask(SEND), owner.ask(SEND), owner.ask(SEND)])).flatMap(codesOf);
    expect(answers).toEqual(['AUTH.VERIFICATION_MAIL_TOO_SOON', 'AUTH.VERIFICATION_MAIL_TOO_SOON']);
    expect(await linksTo(owner.email)).toHaveLength(2);
  });

  it('is sent to somebody who signed up before any was', async () => {
    const owner = await api.signUp('Before');
    await api.database.sql(`DELETE FROM auth.email_verification WHERE user_id = (SELECT id FROM auth."user" WHERE email = $1)`, [owner.email]);
    await owner.get(SEND);
    expect(await open((await linksTo(owner.email))[0])).toEqual({ status: 200, said: owner.email });
  });
});

describe('whoever has not verified their address', () => {
  const invite = 'mutation { invitePerson(input: { email: "somebody@example.com", roleId: "viewer", language: EN }) { id } }';
  const publish = 'mutation { registerPublisher(input: { name: "Unsure soft" }) { id } }';
  const submit = 'mutation ($manifest: JSON!) { submitAppVersion(input: { manifest: $manifest }) { ... on AppVersion { id } } }';
  const barred = ['mutation { changePlan(input: { plan: STARTER, dueNowMinor: 0 }) { today } }', 'mutation { setCap(input: { meter: DEVICES, cap: 1 }) { today } }', 'mutation { addRobot(input: { kind: WECOM, name: "A only", language: ZH, noticeKinds: [TENANT_RESUMED], address: { url: "https://robots.example/hook" } }) { id } }'];
  const manifest = indicatorManifest('unsure-app');
  const unsure = ({ email }: TestPerson): Promise<unknown> => api.database.sql('UPDATE auth."user" SET "emailVerified" = false WHERE email = $1', [email]);

  it('reaches nobody else, by no robot either, and buys nothing, and does once it is done', async () => {
    const owner = await api.newcomer('Unsure');
    const { invitePerson } = await owner.get<{ invitePerson: { id: string } }>('mutation { invitePerson(input: { email: "earlier@example.com", roleId: "viewer", language: EN }) { id } }');
    const resend = `mutation { resendInvitation(id: "${invitePerson.id}") { id } }`;
    await api.database.sql(`UPDATE invitation SET asked_at = asked_at - interval '1 minute' WHERE id = $1`, [invitePerson.id]);
    await unsure(owner);
    for (const query of [invite, resend, publish]) expect(codesOf(await owner.ask(query))).toEqual(['AUTH.EMAIL_NOT_VERIFIED']);
    expect(codesOf(await owner.ask(submit, { manifest }))).toEqual(['AUTH.EMAIL_NOT_VERIFIED']);
    for (const query of barred) expect(codesOf(await owner.ask(query))).toEqual(['AUTH.EMAIL_NOT_VERIFIED']);
    await owner.get('mutation { createDevice(input: { name: "Press" }) { token } }');
    await owner.get(SEND);
    await open((await linksTo(owner.email))[0]);
    for (const query of [invite, resend, publish]) expect(codesOf(await owner.ask(query))).toEqual([]);
    expect(codesOf(await owner.ask(submit, { manifest }))).toEqual([]);
  });

  it('reaches nobody by a program either', async () => {
    const owner = await api.newcomer('By key');
    const { createApiKey } = await owner.get<{ createApiKey: { secret: string } }>('mutation { createApiKey(input: { name: "ERP", permissions: ["publisher:create", "device:read"], days: 1 }) { secret } }');
    const publishing = publish.replace('Unsure', 'By key');
    const byKey = async (query: string): Promise<string[]> => codesOf((await (await api.post('/graphql', { query }, { authorization: `Bearer ${createApiKey.secret}` })).json()) as object);
    await unsure(owner);
    expect([await byKey(publishing), await byKey('{ devices { totalCount } }')]).toEqual([['AUTH.EMAIL_NOT_VERIFIED'], []]);
    await api.database.sql('UPDATE auth."user" SET "emailVerified" = true WHERE email = $1', [owner.email]);
    expect(await byKey(publishing)).toEqual([]);
  });
});
