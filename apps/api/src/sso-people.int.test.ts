import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { nameServer, type NameServer, openidProvider, type OpenidProvider } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs } from './testing/colleagues.js';
import { beginSso, comeBack, signInBySso, SSO_REDIRECT, throughProvider } from './testing/sso-visitor.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

const DOMAIN = 'example.com';
const RULES = { roleId: 'operator', claim: 'groups', rules: [{ value: 'leads', roleId: 'engineer' }, { value: 'office', roleId: 'finance' }] };
let api: TestApi;
let names: NameServer;
let provider: OpenidProvider;
let other: OpenidProvider;
let owner: TestPerson;
let company: string;
let count = 0;
beforeAll(async () => {
  [names, provider, other] = [await nameServer(), await openidProvider(SSO_REDIRECT), await openidProvider(SSO_REDIRECT)];
  api = await testApi({ OUTGOING_ALLOWED_HOSTS: '127.0.0.1', DNS_SERVERS: names.address });
  owner = await api.newcomer('Works');
  company = (await whoIs(owner)).tenant!.id;
});
beforeEach(async () => {
  await setUp(owner, provider);
  await owner.get(ADMIT, { input: RULES });
});
afterAll(async () => {
  await api.close();
  await Promise.all([provider.close(), other.close(), names.close()]);
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const ADMIT = 'mutation ($input: AdmitBySsoInput) { admitBySso(input: $input) { admission { claim role { id } rules { value role { id } } } } }';
const fault = (code: string): string => `/sign-in?fault=${code}`;
const said = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? 'done';

/** Sets up where a company's people sign in, and shows by the name server that the domain is its own. */
async function setUp(by: TestPerson, { issuer, client }: OpenidProvider, isShown = true, moreScopes: readonly string[] = []): Promise<string> {
  const input = { issuer, clientId: client.id, clientSecret: client.secret, domain: DOMAIN, moreScopes };
  const { setUpSingleSignOn: record } = await by.get<{ setUpSingleSignOn: { recordName: string; recordValue: string } }>('mutation ($input: SetUpSingleSignOnInput!) { setUpSingleSignOn(input: $input) { recordName recordValue } }', { input });
  if (isShown) names.records.set(record.recordName, record.recordValue);
  return record.recordValue;
}

/** Somebody of whom the provider knows, and nobody else yet. */
function stranger(change: Partial<OpenidProvider['person']> = {}): string {
  const email = `stranger-${(count += 1)}@${DOMAIN}`;
  provider.person = { id: `subject of ${email}`, email, email_verified: true, name: '王敏', ...change };
  return email;
}
const signIn = async (email: string, held?: string): Promise<string> => (await signInBySso(api, email, held)).location;

interface Standing {
  readonly id: string;
  readonly role: string;
  readonly isBySso: boolean;
}
const standingOf = async (email: string): Promise<Standing | undefined> =>
  (await api.database.sql<Standing>(`SELECT user_id AS id, role, is_by_sso AS "isBySso" FROM tenant_member WHERE tenant_id = $1 AND email = $2`, [company, email]))[0];
const accountsOf = async (email: string): Promise<number> => (await api.database.sql('SELECT 1 FROM auth."user" WHERE email = $1', [email])).length;
const viewerOf = async (cookie: string): Promise<unknown> => (await api.ask('{ viewer { email name isEmailVerified tenant { id } } }', {}, cookie)).data?.['viewer'];
/** What the trail says of the accounts that somebody was linked to. */
const linksOf = (id: string): Promise<unknown[]> =>
  api.database.sql(`SELECT actor, address, details FROM audit_entry WHERE tenant_id = $1 AND action = 'single-sign-on.account-linked' AND details ->> 'memberId' = $2 ORDER BY seq`, [company, id]);

describe('a provider that tells groups only for a scope of their own', () => {
  let strict: OpenidProvider;
  beforeAll(async () => void (strict = await openidProvider(SSO_REDIRECT, 'groups')));
  afterAll(() => strict.close());
  const roleOf = async (): Promise<string | undefined> => {
    const email = stranger();
    strict.person = { id: email, email, email_verified: true, groups: ['leads'] };
    await signIn(email);
    return (await standingOf(email))?.role;
  };

  it('tells them once it is asked, which stands in the trail and stays when nothing is said of it', async () => {
    await setUp(owner, strict);
    const before = await roleOf();
    await setUp(owner, strict, true, [' groups ', 'email']);
    const asked = await roleOf();
    const { setUpSingleSignOn: again } = await owner.get<{ setUpSingleSignOn: unknown }>('mutation ($input: SetUpSingleSignOnInput!) { setUpSingleSignOn(input: $input) { scopes } }', { input: { issuer: strict.issuer, clientId: strict.client.id, domain: DOMAIN } });
    expect([before, asked, again]).toEqual(['operator', 'engineer', { scopes: ['openid', 'email', 'profile', 'groups'] }]);
    const trail = await api.database.sql(`SELECT details -> 'before' -> 'moreScopes' AS before, details -> 'after' -> 'moreScopes' AS after FROM audit_entry WHERE tenant_id = $1 AND action = 'single-sign-on.set-up' ORDER BY seq DESC LIMIT 2`, [company]);
    expect(trail).toEqual([{ before: ['groups'], after: ['groups'] }, { before: [], after: ['groups'] }]);
  });

  it('is asked for nothing that is no scope, and says which it does not give', async () => {
    const input = { issuer: strict.issuer, clientId: strict.client.id, domain: DOMAIN, moreScopes: ['two words'] };
    expect(said(await owner.ask('mutation ($input: SetUpSingleSignOnInput!) { setUpSingleSignOn(input: $input) { scopes } }', { input }))).toBe('SSO.SCOPES');
    await setUp(owner, strict, true, ['payroll']);
    expect(await signIn(stranger())).toBe(fault('AUTH.SSO_SCOPE'));
  });
});

describe('an account here', () => {
  it('is linked to the provider’s once, which the trail has with who and from where, and again when the provider is another', async () => {
    const email = stranger();
    await signIn(email);
    await signIn(email);
    const { id } = (await standingOf(email))!;
    const [subject, first] = [`subject of ${email}`, { issuer: provider.issuer, account: `subject of ${email}` }];
    expect(await linksOf(id)).toEqual([{ actor: email, address: '127.0.0.1', details: { memberId: id, email, before: null, after: first } }]);
    await setUp(owner, other);
    other.person = { id: subject, email, email_verified: true };
    await signIn(email);
    expect((await linksOf(id)).slice(1)).toMatchObject([{ actor: email, details: { before: first, after: { issuer: other.issuer, account: subject } } }]);
  });

  it('that is let in nowhere is linked to nothing', async () => {
    await owner.get(ADMIT, { input: null });
    const guest = await api.newcomer('Guest');
    const { id } = await whoIs(guest);
    provider.person = { id: 'nobody here', email: guest.email, email_verified: true };
    expect([await signIn(guest.email), await linksOf(id)]).toEqual([fault('AUTH.SSO_NOT_MEMBER'), []]);
  });
});

describe('whoever the provider knows and we do not', () => {
  it('is a person of the company from then on, which the trail and those who look after its people are told', async () => {
    const email = stranger();
    const { location, cookie } = await signInBySso(api, email);
    expect([location, await viewerOf(cookie)]).toEqual(['/home', { email, name: '王敏', isEmailVerified: true, tenant: { id: company } }]);
    const { id } = (await standingOf(email))!;
    const trail = await api.database.sql(`SELECT details FROM audit_entry WHERE tenant_id = $1 AND action = 'member.joined' AND details ->> 'memberId' = $2`, [company, id]);
    expect(trail).toMatchObject([{ details: { email, role: 'operator', because: 'single-sign-on' } }]);
    const told = await api.database.sql(`SELECT payload FROM outbox WHERE tenant_id = $1 AND payload ->> 'kind' = 'member.joined' AND payload ->> 'subjectId' = $2`, [company, id]);
    expect(told).toMatchObject([{ payload: { facts: { name: '王敏', role: 'operator', by: 'single-sign-on' } } }]);
    expect([await signIn(email), (await standingOf(email))!.id, await accountsOf(email)]).toEqual(['/home', id, 1]);
  });

  it('has no password that would let anybody in', async () => {
    const email = stranger();
    await signIn(email);
    expect([(await api.post('/api/auth/sign-in', { email, password: '' })).status, (await api.post('/api/auth/sign-in', { email, password: 'a long enough secret' })).status]).toEqual([401, 401]);
  });

  it.each([
    ['says nothing of whether the address is verified', { email_verified: undefined }, 'AUTH.SSO_UNVERIFIED'],
    ['says that it is not', { email_verified: false }, 'AUTH.SSO_REFUSED'],
    ['says an address of another domain', { email: 'boss@elsewhere.example' }, 'AUTH.SSO_REFUSED'],
    ['says an address below the domain', { email: `boss@sub.${DOMAIN}` }, 'AUTH.SSO_REFUSED'],
  ])('is nobody where the provider %s', async (_what, change, code) => {
    const email = stranger(change as object);
    expect([await signIn(email), await accountsOf(email)]).toEqual([fault(code), 0]);
  });

  it('is nobody where the owner lets nobody in so', async () => {
    await owner.get(ADMIT, { input: null });
    const email = stranger();
    expect([await signIn(email), await accountsOf(email)]).toEqual([fault('AUTH.SSO_NOT_MEMBER'), 0]);
  });

  it('finds no place where the plan has none, and leaves nothing behind', async () => {
    await api.database.sql(`INSERT INTO plan_limit (tenant_id, meter, cap) VALUES ($1, 'members', 1)`, [company]);
    const email = stranger();
    expect([await signIn(email), await accountsOf(email)]).toEqual([fault('AUTH.SSO_NO_ROOM'), 0]);
    await api.database.sql('DELETE FROM plan_limit WHERE tenant_id = $1', [company]);
    expect(await signIn(email)).toBe('/home');
  });

  it('stays out once they were let go, until they are invited', async () => {
    const email = stranger();
    await signIn(email);
    await owner.get('mutation ($id: ID!) { removeMember(id: $id) }', { id: (await standingOf(email))!.id });
    expect([await signIn(email), await standingOf(email)]).toEqual([fault('AUTH.SSO_NOT_MEMBER'), undefined]);
  });
});

describe('an account that exists', () => {
  it('is not taken over by the provider’s word, but by its owner being signed in to it', async () => {
    const person = await api.newcomer('Another company');
    stranger({ email: person.email });
    expect([await signIn(person.email), await standingOf(person.email)]).toEqual([fault('AUTH.SSO_ACCOUNT_EXISTS'), undefined]);
    const somebody = await api.newcomer('Somebody else’s');
    expect(await signIn(person.email, somebody.cookie)).toBe(fault('AUTH.SSO_ACCOUNT_EXISTS'));
    // Signed in by what another company's provider said of them.
    const { id } = await whoIs(person);
    await api.database.sql('UPDATE auth.session SET sso_company_id = $2 WHERE "userId" = $1', [id, (await whoIs(somebody)).tenant!.id]);
    expect(await signIn(person.email, person.cookie)).toBe(fault('AUTH.SSO_ACCOUNT_EXISTS'));
    await api.database.sql('UPDATE auth.session SET sso_company_id = NULL WHERE "userId" = $1', [id]);
    expect([await signIn(person.email, person.cookie), await standingOf(person.email), await signIn(person.email)]).toEqual(['/home', { id, role: 'operator', isBySso: true }, '/home']);
  });

  it('is its owner’s whatever address the provider says later, and nobody else’s who has that address there', async () => {
    const [email, boss] = [stranger(), owner.email];
    await signIn(email);
    const person = provider.person;
    provider.person = { ...person, email: boss };
    const changed = await signInBySso(api, email);
    expect(await viewerOf(changed.cookie)).toMatchObject({ email });
    provider.person = { ...person, id: 'a successor with the same address' };
    expect(await signIn(email)).toBe(fault('AUTH.SSO_OTHER_ACCOUNT'));
  });

  it('is not another provider’s, which has somebody of the same name', async () => {
    const email = stranger();
    await signIn(email);
    await setUp(owner, other);
    const fresh = `fresh-${email}`;
    other.person = { ...provider.person, email: fresh };
    const { cookie } = await signInBySso(api, fresh);
    expect(await viewerOf(cookie)).toMatchObject({ email: fresh });
  });
});

describe('roles', () => {
  it('are by the first rule that fits, and follow it at each sign-in', async () => {
    const email = stranger({ groups: ['office', 'leads'] });
    await signIn(email);
    const first = (await standingOf(email))!.role;
    provider.person = { ...provider.person, groups: ['office'] };
    await signIn(email);
    const second = (await standingOf(email))!.role;
    provider.person = { ...provider.person, groups: undefined } as never;
    await signIn(email);
    expect([first, second, (await standingOf(email))!.role]).toEqual(['engineer', 'finance', 'operator']);
    const trail = await api.database.sql(`SELECT details FROM audit_entry WHERE tenant_id = $1 AND action = 'member.role-changed' AND details ->> 'because' = 'single-sign-on' ORDER BY seq`, [company]);
    expect(trail).toMatchObject([{ details: { before: 'engineer', after: 'finance' } }, { details: { before: 'finance', after: 'operator' } }]);
  });

  it('of owners, of who was invited, and of all where there is no rule stay as they are', async () => {
    const [invited, email] = [await colleague(api, company, 'viewer'), stranger()];
    await signIn(email);
    await api.database.sql(`UPDATE tenant_member SET role = 'owner' WHERE tenant_id = $1 AND email = $2`, [company, email]);
    provider.person = { ...provider.person, groups: ['leads'] };
    await signIn(email);
    stranger({ email: invited.email, groups: ['leads'] });
    await signIn(invited.email);
    expect([(await standingOf(email))!.role, (await standingOf(invited.email))!.role]).toEqual(['owner', 'viewer']);
    await api.database.sql(`UPDATE tenant_member SET role = 'admin' WHERE tenant_id = $1 AND email = $2`, [company, email]);
    await owner.get(ADMIT, { input: { roleId: 'viewer', rules: [] } });
    provider.person = { ...provider.person, id: `subject of ${email}`, email };
    await signIn(email);
    expect((await standingOf(email))!.role).toBe('admin');
  });

  it('are the company’s own, never an owner’s, and stay while they are given', async () => {
    const { createRole } = await owner.get<{ createRole: { id: string } }>('mutation { createRole(input: { name: "Night shift", permissions: ["device:read"] }) { id } }');
    const rival = await api.newcomer('Rival');
    const { createRole: theirs } = await rival.get<{ createRole: { id: string } }>('mutation { createRole(input: { name: "Theirs", permissions: [] }) { id } }');
    const asked = async (input: object): Promise<string> => said(await owner.ask(ADMIT, { input: { rules: [], ...input } }));
    expect([await asked({ roleId: 'owner' }), await asked({ roleId: theirs.id }), await asked({ roleId: 'viewer', rules: [{ value: 'a', roleId: 'viewer' }] }), await asked({ roleId: 'viewer', claim: 'groups', rules: [{ value: 'a', roleId: 'owner' }] })]).toEqual(['ROLE.OWNER_BY_TRANSFER', 'ROLE.NOT_FOUND', 'SSO.RULES', 'ROLE.OWNER_BY_TRANSFER']);
    const drop = (): Promise<Answer> => owner.ask('mutation ($id: ID!) { deleteRole(id: $id) }', { id: createRole.id });
    expect([await asked({ roleId: 'viewer', claim: 'groups', rules: [{ value: 'night', roleId: createRole.id }] }), said(await drop()), await asked({ roleId: createRole.id }), said(await drop()), await asked({ roleId: 'viewer' }), said(await drop())]).toEqual(['done', 'ROLE.GIVEN_BY_SSO', 'done', 'ROLE.GIVEN_BY_SSO', 'done', 'done']);
    expect(said(await (await colleague(api, company, 'admin')).ask(ADMIT, { input: null }))).toBe('AUTH.FORBIDDEN');
  });
});

describe('a domain', () => {
  it('lets people into one company at a time: the one that it shows, the older of two', async () => {
    const rival = await api.newcomer('Rival');
    const [ours, theirs] = [names.records.get(`_tenon.${DOMAIN}`)!, await setUp(rival, provider, false)];
    const isProven = async (by: TestPerson): Promise<unknown> => (await by.ask('{ isSsoDomainProven }')).data?.['isSsoDomainProven'];
    expect([await isProven(owner), await isProven(rival), said(await rival.ask(ADMIT, { input: RULES }))]).toEqual([true, false, 'SSO.UNPROVEN']);
    const email = stranger();
    const begun = await beginSso(api, email);
    const back = await throughProvider(begun.location);
    names.records.set(`_tenon.${DOMAIN}`, theirs);
    expect([await isProven(owner), await isProven(rival), (await comeBack(api, back, begun.cookie)).location, await accountsOf(email)]).toEqual([false, true, fault('AUTH.SSO_UNKNOWN'), 0]);
    names.records.set(`_tenon.${DOMAIN}`, ours);
    await rival.get('mutation { removeSingleSignOn }');
  });

  it('is not enough for a callback that comes twice', async () => {
    const email = stranger();
    const begun = await beginSso(api, email);
    const back = await throughProvider(begun.location);
    expect([(await comeBack(api, back, begun.cookie)).location, (await comeBack(api, back, begun.cookie)).location]).toEqual(['/home', fault('AUTH.SSO_OVER')]);
  });
});
