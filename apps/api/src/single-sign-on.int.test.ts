import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, nameServer, type NameServer, openidProvider, type OpenidProvider } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs, type Colleague } from './testing/colleagues.js';
import { tablesKeeping } from './testing/kept-secrets.js';
import { setUpSecondFactor } from './testing/second-factors.js';
import { beginSso, comeBack as comeBackTo, cookiesOf, signInBySso, SSO_REDIRECT as REDIRECT, throughProvider } from './testing/sso-visitor.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

const DOMAIN = 'example.com';
let api: TestApi;
let names: NameServer;
let provider: OpenidProvider;
let owner: TestPerson;
let company: string;
let member: Colleague;
beforeAll(async () => {
  [names, provider] = [await nameServer(), await openidProvider(REDIRECT)];
  api = await testApi({ OUTGOING_ALLOWED_HOSTS: '127.0.0.1', DNS_SERVERS: names.address });
  owner = await api.newcomer('Works');
  company = (await whoIs(owner)).tenant!.id;
  member = await colleague(api, company, 'engineer');
});
beforeEach(async () => {
  const { setUpSingleSignOn } = (await setUp(owner)).data as { setUpSingleSignOn: { recordName: string; recordValue: string } };
  const { recordName, recordValue } = setUpSingleSignOn;
  names.records.clear();
  names.records.set(recordName, recordValue);
  provider.person = { email: member.email, email_verified: true };
});
afterAll(async () => {
  await api.close();
  await provider.close();
  await names.close();
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const said = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? 'done';
const setUp = (by: TestPerson, input: object = {}): Promise<Answer> =>
  by.ask('mutation ($input: SetUpSingleSignOnInput!) { setUpSingleSignOn(input: $input) { issuer clientId domain recordName recordValue } }', {
    input: { issuer: provider.issuer, clientId: provider.client.id, clientSecret: provider.client.secret, domain: DOMAIN, ...input },
  });
const isProven = (by: TestPerson): Promise<Answer> => by.ask('{ isSsoDomainProven }');
const begin = (email = member.email) => beginSso(api, email);
const comeBack = (url: URL, cookie: string) => comeBackTo(api, url, cookie);
const signIn = (email = member.email) => signInBySso(api, email);
const viewerOf = async (cookie: string): Promise<unknown> => (await api.ask('{ viewer { email tenant { id } } }', {}, cookie)).data?.['viewer'];

describe('signing in at the provider of one’s company', () => {
  it('opens a session in that company, wherever one was last', async () => {
    await member.get('mutation { createCompany(input: { name: "Own" }) { id } }');
    const { location, cookie } = await signIn(member.email.toUpperCase());
    expect([location, await viewerOf(cookie)]).toEqual(['/home', { email: member.email, tenant: { id: company } }]);
  });

  it.each([
    ['/machines/1?tab=points', '/machines/1?tab=points'],
    ['/machines?search=注塑', '/machines?search=%E6%B3%A8%E5%A1%91'],
    ['//evil.example/x', '/home'],
    ['https://evil.example', '/home'],
    ['/\\evil.example', '/home'],
    [['/store', '//evil.example'], '/store'],
    [{ evil: 1 }, '/home'],
  ])('leads whoever wanted %j to %s', async (next, location) => {
    const begun = await beginSso(api, member.email, next);
    expect((await comeBack(await throughProvider(begun.location), begun.cookie)).location).toBe(location);
  });

  it('asks for a code of whoever has a second factor here', async () => {
    const guarded = await colleague(api, company, 'viewer');
    const { secret } = await setUpSecondFactor(guarded);
    provider.person = { email: guarded.email };
    const { location, cookie } = await signIn(guarded.email);
    expect([location, await viewerOf(cookie)]).toEqual(['/sign-in?step=code&next=%2Fhome', null]);
    const done = await api.post('/api/auth/second-step', { code: codeOf(secret, 1) }, { cookie });
    expect(await viewerOf(cookiesOf(done).join('; '))).toMatchObject({ email: guarded.email });
  });

  it.each([
    ['whom the company does not know', { email: `stranger@${DOMAIN}` }, 'AUTH.SSO_NOT_MEMBER'],
    ['of a domain that is not the company’s', { email: 'member@elsewhere.example' }, 'AUTH.SSO_REFUSED'],
    ['whose address it has not verified', { email_verified: false }, 'AUTH.SSO_REFUSED'],
    ['of whom it says no address', { email: undefined }, 'AUTH.SSO_REFUSED'],
  ])('lets nobody in %s', async (_who, change, fault) => {
    provider.person = { ...provider.person, ...change } as never;
    expect((await signIn()).location).toBe(`/sign-in?fault=${fault}`);
  });

  it('lets nobody in whose place is another company’s, nor whose address is not shown to be theirs', async () => {
    const outsider = await api.newcomer('Another company');
    provider.person = { email: outsider.email };
    expect((await signIn(outsider.email)).location).toBe('/sign-in?fault=AUTH.SSO_NOT_MEMBER');
    provider.person = { email: member.email };
    await api.database.sql('UPDATE auth."user" SET "emailVerified" = false WHERE email = $1', [member.email]);
    expect((await signIn()).location).toBe('/sign-in?fault=AUTH.SSO_NOT_MEMBER');
    await api.database.sql('UPDATE auth."user" SET "emailVerified" = true WHERE email = $1', [member.email]);
  });

  it('is over once it was used, without the cookie it began with, and with another state', async () => {
    const first = await begin();
    const back = await throughProvider(first.location);
    const changed = new URL(back);
    changed.searchParams.set('state', 'another');
    expect((await comeBack(back, '')).location).toBe('/sign-in?fault=AUTH.SSO_OVER');
    expect((await comeBack(changed, first.cookie)).location).toBe('/sign-in?fault=AUTH.SSO_OVER');
    // A wrong state has used it up: what comes twice is not to be told apart.
    expect((await comeBack(back, first.cookie)).location).toBe('/sign-in?fault=AUTH.SSO_OVER');
    const second = await begin();
    const again = await throughProvider(second.location);
    expect([(await comeBack(again, second.cookie)).location, (await comeBack(again, second.cookie)).location]).toEqual(['/home', '/sign-in?fault=AUTH.SSO_OVER']);
  });

  it('takes no code that was made for another attempt, nor none', async () => {
    const [mine, theirs] = [await begin(), await begin()];
    const swapped = await throughProvider(mine.location);
    swapped.searchParams.set('code', (await throughProvider(theirs.location)).searchParams.get('code') ?? '');
    expect((await comeBack(swapped, mine.cookie)).location).toBe('/sign-in?fault=SSO.PROVIDER');
    const declined = await throughProvider(theirs.location);
    declined.searchParams.delete('code');
    expect((await comeBack(declined, theirs.cookie)).location).toBe('/sign-in?fault=AUTH.SSO_REFUSED');
  });
});

describe('a provider that cannot be reached', () => {
  it('is said to be away, and not where it is', async () => {
    const gone = await openidProvider(REDIRECT);
    const begun = await begin();
    const back = await throughProvider(begun.location);
    await api.database.sql('UPDATE sso_connection SET issuer = $2 WHERE tenant_id = $1', [company, gone.issuer]);
    await gone.close();
    const asked = await api.post('/api/auth/sso-begin', { email: member.email });
    expect([asked.status, await asked.text()]).toEqual([503, expect.not.stringContaining('127.0.0.1')]);
    expect([(await begin()).said, (await comeBack(back, begun.cookie)).location]).toEqual(['AUTH.SSO_AWAY', '/sign-in?fault=AUTH.SSO_AWAY']);
  });
});

describe('a domain', () => {
  it('is believed to be the company’s only while its record says so', async () => {
    expect((await isProven(owner)).data).toEqual({ isSsoDomainProven: true });
    const begun = await begin();
    const back = await throughProvider(begun.location);
    names.records.clear();
    expect([(await isProven(owner)).data, (await begin()).said, (await comeBack(back, begun.cookie)).location]).toEqual([{ isSsoDomainProven: false }, 'AUTH.SSO_UNKNOWN', '/sign-in?fault=AUTH.SSO_UNKNOWN']);
    names.records.set(`_tenon.${DOMAIN}`, 'tenon-sso=made-up');
    expect((await begin()).said).toBe('AUTH.SSO_UNKNOWN');
  });

  it('is nobody else’s who says so first, however many they are', async () => {
    const rogues = await Promise.all(Array.from({ length: 6 }, (_, at) => api.newcomer(`Rogue ${at}`)));
    for (const rogue of rogues) await setUp(rogue);
    const theirs = await Promise.all(rogues.map(async (rogue) => (await whoIs(rogue)).tenant!.id));
    await api.database.sql(`UPDATE sso_connection SET created_at = '2020-01-01' WHERE tenant_id = ANY ($1)`, [theirs]);
    expect([(await isProven(rogues[0]!)).data, (await signIn()).location]).toEqual([{ isSsoDomainProven: false }, '/home']);
    for (const rogue of rogues) await rogue.get('mutation { removeSingleSignOn }');
  });
});

describe('setting it up', () => {
  it('is for owners alone, and asks the provider whether it is one', async () => {
    expect(said(await setUp(await colleague(api, company, 'admin')))).toBe('AUTH.FORBIDDEN');
    expect([said(await setUp(owner, { domain: 'localhost' })), said(await setUp(owner, { domain: 'qq.com' })), said(await setUp(owner, { clientId: ' ' })), said(await setUp(owner, { issuer: `${provider.issuer}/` })), said(await setUp(owner, { issuer: 'http://10.0.0.1' }))]).toEqual(['SSO.DOMAIN', 'SSO.PUBLIC_DOMAIN', 'SSO.FIELDS', 'SSO.PROVIDER', 'OUTGOING.HTTPS_ONLY']);
    await api.database.sql('UPDATE auth."user" SET "emailVerified" = false WHERE email = $1', [owner.email]);
    expect(said(await setUp(owner))).toBe('AUTH.EMAIL_NOT_VERIFIED');
    await api.database.sql('UPDATE auth."user" SET "emailVerified" = true WHERE email = $1', [owner.email]);
  });

  it('keeps the secret sealed and shown to nobody, and stays while only the rest changes', async () => {
    expect(await tablesKeeping(api.database, provider.client.secret, ['sso_connection', 'audit_entry'])).toEqual([]);
    expect(said(await setUp(owner, { clientSecret: null }))).toBe('done');
    expect((await signIn()).location).toBe('/home');
    await setUp(owner, { clientSecret: 'wrong' });
    expect((await signIn()).location).toBe('/sign-in?fault=SSO.PROVIDER');
  });

  it('wants a new record for a new domain, and ends', async () => {
    const recordOf = async (): Promise<unknown> => (await owner.get<{ singleSignOn: { connection: { recordValue: string } | null; redirectUri: string } }>('{ singleSignOn { redirectUri connection { recordValue } } }')).singleSignOn;
    const before = await recordOf();
    await setUp(owner);
    expect(await recordOf()).toEqual(before);
    await setUp(owner, { domain: 'other.example' });
    expect(await recordOf()).not.toEqual(before);
    await owner.get('mutation { removeSingleSignOn }');
    expect([await recordOf(), said(await owner.ask('mutation { removeSingleSignOn }')), said(await isProven(owner)), (await begin()).said]).toEqual([{ redirectUri: REDIRECT, connection: null }, 'SSO.NOT_SET_UP', 'SSO.NOT_SET_UP', 'AUTH.SSO_UNKNOWN']);
    const actions = await api.database.sql<{ action: string }>(`SELECT DISTINCT action FROM audit_entry WHERE tenant_id = $1 AND action LIKE 'single-sign-on%' AND action <> 'single-sign-on.account-linked' ORDER BY 1`, [company]);
    expect(actions.map(({ action }) => action)).toEqual(['single-sign-on.removed', 'single-sign-on.set-up']);
  });
});
