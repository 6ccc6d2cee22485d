import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, nameServer, type NameServer, openidProvider, type OpenidProvider } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs, type Colleague } from './testing/colleagues.js';
import { setUpSecondFactor } from './testing/second-factors.js';
import { cookiesOf, signInBySso, SSO_REDIRECT } from './testing/sso-visitor.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

const DEMAND = 'mutation ($isDemanded: Boolean!) { demandSingleSignOn(isDemanded: $isDemanded) }';
const PASS = 'mutation { passSingleSignOnOver }';
const MACHINES = '{ devices { totalCount } }';
let api: TestApi;
let names: NameServer;
let provider: OpenidProvider;
let owner: TestPerson;
let company: string;
let member: Colleague;
let secret: string;
beforeAll(async () => {
  [names, provider] = [await nameServer(), await openidProvider(SSO_REDIRECT)];
  api = await testApi({ OUTGOING_ALLOWED_HOSTS: provider.host, DNS_SERVERS: names.address });
  owner = await api.newcomer('Works');
  company = (await whoIs(owner)).tenant!.id;
  member = await colleague(api, company, 'engineer');
  const input = { issuer: provider.issuer, clientId: provider.client.id, clientSecret: provider.client.secret, domain: 'example.com' };
  const { setUpSingleSignOn: record } = await owner.get<{ setUpSingleSignOn: { recordName: string; recordValue: string } }>('mutation ($input: SetUpSingleSignOnInput!) { setUpSingleSignOn(input: $input) { recordName recordValue } }', { input });
  names.records.set(record.recordName, record.recordValue);
});
beforeEach(() => demand(false));
afterAll(async () => {
  await api.close();
  await Promise.all([provider.close(), names.close()]);
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const said = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? 'done';
/** Says it past the api, for tests of what follows from it. */
const demand = (isDemanded: boolean): Promise<unknown> => api.database.sql('UPDATE tenant SET demands_sso_since = $2 WHERE id = $1', [company, isDemanded ? new Date() : null]);
const mayLook = async (cookie: string): Promise<string> => said(await api.ask(MACHINES, {}, cookie));

async function withCode(step: string): Promise<string> {
  // Each code is good once; here more of them are needed than half a minute has.
  await api.database.sql('UPDATE auth.second_factor SET last_step = 0');
  return cookiesOf(await api.post('/api/auth/second-step', { code: codeOf(secret) }, { cookie: step })).join('; ');
}
/** Signs in by a password, and where it is asked by a code. */
async function byPassword({ email, password }: TestPerson): Promise<string> {
  const response = await api.post('/api/auth/sign-in', { email, password });
  const cookie = cookiesOf(response).join('; ');
  return ((await response.json()) as { next?: string }).next === 'second-step' ? withCode(cookie) : cookie;
}
async function bySso({ email }: TestPerson): Promise<string> {
  provider.person = { email, email_verified: true };
  const { location, cookie } = await signInBySso(api, email);
  return location.includes('step=code') ? withCode(cookie) : cookie;
}

describe('turning it on', () => {
  it('asks of the owner to have come by it just now, and to have another way in', async () => {
    const turnOn = async (cookie: string): Promise<string> => said(await api.ask(DEMAND, { isDemanded: true }, cookie));
    expect([await turnOn(owner.cookie), await turnOn(await bySso(owner))]).toEqual(['SSO.SIGN_IN_FIRST', 'SECOND_FACTOR.OWN_FIRST']);
    ({ secret } = await setUpSecondFactor(owner));
    const cookie = await bySso(owner);
    const { session } = (await api.database.sql<{ session: string }>('SELECT id AS session FROM auth.session ORDER BY "createdAt" DESC LIMIT 1'))[0]!;
    await api.database.sql(`UPDATE auth.session SET "createdAt" = now() - interval '11 minutes' WHERE id = $1`, [session]);
    expect(await turnOn(cookie)).toBe('SSO.SIGN_IN_FIRST');
    await api.database.sql('UPDATE auth.session SET "createdAt" = now() WHERE id = $1', [session]);
    const kept = new Map(names.records);
    names.records.clear();
    expect(await turnOn(cookie)).toBe('SSO.UNPROVEN');
    for (const [name, value] of kept) names.records.set(name, value);
    expect([await turnOn(cookie), await mayLook(cookie), await mayLook(owner.cookie)]).toEqual(['done', 'done', 'AUTH.SSO_REQUIRED']);
    expect(said(await member.ask(DEMAND, { isDemanded: true }))).toBe('AUTH.SSO_REQUIRED');
    const trail = await api.database.sql(`SELECT details FROM audit_entry WHERE tenant_id = $1 AND action = 'single-sign-on.demand-changed'`, [company]);
    expect(trail).toMatchObject([{ details: { before: { isDemanded: false }, after: { isDemanded: true } } }]);
    expect(said(await api.ask(DEMAND, { isDemanded: false }, cookie))).toBe('done');
    expect(await mayLook(owner.cookie)).toBe('done');
  });

  it('says before who would be shut out: whose address is of another domain or not verified, and whom the provider never signed in', async () => {
    const shutOut = async (): Promise<unknown> => (await api.ask('{ singleSignOn { shutOut { totalCount people { email } } } }', {}, owner.cookie)).data?.['singleSignOn'];
    expect(await shutOut()).toEqual({ shutOut: { totalCount: 0, people: [] } });
    const [guest, unsure] = [await colleague(api, company, 'viewer'), await colleague(api, company, 'viewer')];
    await api.database.sql(`UPDATE auth."user" SET email = 'guest@elsewhere.example' WHERE email = $1`, [guest.email]);
    await api.database.sql(`UPDATE auth."user" SET "emailVerified" = false WHERE email = $1`, [unsure.email]);
    expect(await shutOut()).toEqual({ shutOut: { totalCount: 2, people: [{ email: 'guest@elsewhere.example' }, { email: unsure.email }] } });
    await api.database.sql(`DELETE FROM tenant_member WHERE tenant_id = $1 AND user_id = ANY ($2)`, [company, [guest.id, unsure.id]]);
  });

  it('ends with single sign-on itself', async () => {
    await demand(true);
    const cookie = await bySso(owner);
    expect(said(await api.ask('mutation { removeSingleSignOn }', {}, cookie))).toBe('done');
    expect(await mayLook(owner.cookie)).toBe('done');
    const input = { issuer: provider.issuer, clientId: provider.client.id, clientSecret: provider.client.secret, domain: 'example.com' };
    const { setUpSingleSignOn: record } = await owner.get<{ setUpSingleSignOn: { recordName: string; recordValue: string } }>('mutation ($input: SetUpSingleSignOnInput!) { setUpSingleSignOn(input: $input) { recordName recordValue } }', { input });
    names.records.set(record.recordName, record.recordValue);
  });
});

describe('a company that opens only by its single sign-on', () => {
  it('is closed to a session of a password, which is the person’s all the same, and open in all other companies', async () => {
    const { createCompany } = await member.get<{ createCompany: { id: string } }>('mutation { createCompany(input: { name: "Own" }) { id } }');
    await demand(true);
    const cookie = await byPassword(member);
    const go = (id: string): Promise<Answer> => api.ask('mutation ($id: ID!) { switchCompany(id: $id) { id } }', { id }, cookie);
    const own = await mayLook(cookie);
    await go(company);
    const viewer = (await api.ask('{ viewer { isSingleSignOnMissing permissions email tenant { demandsSingleSignOn } closedCompany { name } companies { name } } }', {}, cookie)).data?.['viewer'];
    expect([own, viewer, await mayLook(cookie)]).toEqual(['done', { isSingleSignOnMissing: true, permissions: [], email: member.email, tenant: null, closedCompany: { name: 'Works' }, companies: [{ name: 'Elsewhere engineer' }, { name: 'Own' }, { name: 'Works' }] }, 'AUTH.SSO_REQUIRED']);
    await go(createCompany.id);
    expect(await mayLook(cookie)).toBe('done');
  });

  it('is open to a session that came by it, which the list of sessions says', async () => {
    await demand(true);
    const cookie = await bySso(member);
    expect(await mayLook(cookie)).toBe('done');
    const { data } = await api.ask('{ viewer { sessions { isCurrent ssoCompanyName } companies { name role { id } } } }', {}, cookie);
    const { sessions, companies } = data!['viewer'] as { sessions: { isCurrent: boolean; ssoCompanyName: string | null }[]; companies: object[] };
    expect(companies).toContainEqual({ name: 'Works', role: { id: 'engineer' } });
    expect([sessions.find(({ isCurrent }) => isCurrent)?.ssoCompanyName, sessions.some(({ ssoCompanyName }) => ssoCompanyName === null)]).toEqual(['Works', true]);
  });

  it('goes on with programs by their keys', async () => {
    const { createApiKey } = await owner.get<{ createApiKey: { secret: string } }>('mutation { createApiKey(input: { name: "ERP", permissions: ["device:read"], days: 1 }) { secret } }');
    await demand(true);
    const answer = await api.post('/graphql', { query: MACHINES }, { authorization: `Bearer ${createApiKey.secret}` });
    expect(await answer.json()).toEqual({ data: { devices: { totalCount: 0 } } });
  });
});

describe('the way in past a broken provider', () => {
  const pass = async (cookie: string): Promise<string> => said(await api.ask(PASS, {}, cookie));

  it('is an owner’s, by a password and a code, for an hour, which the trail has and owners are told', async () => {
    await demand(true);
    const cookie = await byPassword(owner);
    expect([await mayLook(cookie), await pass(cookie), await mayLook(cookie), await pass(cookie)]).toEqual(['AUTH.SSO_REQUIRED', 'done', 'done', 'SSO.NOT_DEMANDED']);
    const trail = await api.database.sql(`SELECT actor, details FROM audit_entry WHERE tenant_id = $1 AND action = 'single-sign-on.passed-over'`, [company]);
    expect(trail).toMatchObject([{ actor: owner.email, details: { email: owner.email, minutes: 60 } }]);
    const told = await api.database.sql(`SELECT payload FROM outbox WHERE tenant_id = $1 AND payload ->> 'kind' = 'single-sign-on.passed-over'`, [company]);
    expect(told).toMatchObject([{ payload: { facts: { email: owner.email, minutes: '60' } } }]);
    await api.database.sql(`UPDATE auth.session SET sso_waived_until = now() WHERE sso_waived_until IS NOT NULL`);
    expect(await mayLook(cookie)).toBe('AUTH.SSO_REQUIRED');
    expect([await pass(cookie), said(await api.ask(DEMAND, { isDemanded: false }, cookie)), await mayLook(owner.cookie)]).toEqual(['done', 'done', 'done']);
  });

  it('is nobody else’s', async () => {
    const heir = await colleague(api, company, 'owner');
    await demand(true);
    const theirs = await byPassword(heir);
    await api.ask('mutation ($id: ID!) { switchCompany(id: $id) { id } }', { id: company }, theirs);
    expect([await pass(theirs), await pass('')]).toEqual(['SSO.WAY_IN_CLOSED', 'AUTH.SIGN_IN_REQUIRED']);
    const cookie = await byPassword(owner);
    const confirmed = (ago: string): Promise<unknown> => api.database.sql(`UPDATE auth.second_factor SET confirmed_at = now() - $1::interval`, [ago]);
    await api.database.sql(`UPDATE tenant SET demands_sso_since = now() - interval '1 hour' WHERE id = $1`, [company]);
    await confirmed('30 minutes');
    const late = await pass(cookie);
    await confirmed('3 days');
    expect([late, await pass(cookie)]).toEqual(['SSO.WAY_IN_CLOSED', 'done']);
    await api.database.sql(`UPDATE tenant_member SET role = 'admin' WHERE tenant_id = $1 AND email = $2`, [company, owner.email]);
    expect(await pass(await byPassword(owner))).toBe('SSO.WAY_IN_CLOSED');
    await api.database.sql(`UPDATE tenant_member SET role = 'owner' WHERE tenant_id = $1 AND email = $2`, [company, owner.email]);
  });

  it('is closed to a session that is old, or that another company’s provider opened, or in which the factor was first set up', async () => {
    await demand(true);
    const cookie = await byPassword(owner);
    const change = (text: string): Promise<unknown> => api.database.sql(`UPDATE auth.session SET ${text} WHERE id = (SELECT id FROM auth.session ORDER BY last_used_at DESC, "updatedAt" DESC LIMIT 1)`);
    await change(`"createdAt" = now() - interval '11 minutes'`);
    const old = await pass(cookie);
    await change(`"createdAt" = now(), sso_company_id = gen_random_uuid()`);
    const foreign = await pass(cookie);
    await change(`"createdAt" = now() - interval '5 minutes', sso_company_id = NULL`);
    await api.database.sql(`UPDATE auth.second_factor SET confirmed_at = now() - interval '4 minutes'`);
    await api.database.sql(`UPDATE tenant SET demands_sso_since = now() WHERE id = $1`, [company]);
    expect([old, foreign, await pass(cookie)]).toEqual(['AUTH.CONFIRM_REQUIRED', 'AUTH.CONFIRM_REQUIRED', 'SSO.WAY_IN_CLOSED']);
  });
});
