import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppointStaff } from '@tenon/identity/api';
import { forgetCompany } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let factory: TestPerson;
let developer: TestPerson;
let root: TestPerson;
let support: TestPerson;

const PASSWORD = 'quite a long secret';
async function staff(role: 'root' | 'support' | 'review'): Promise<TestPerson> {
  await api.app.get(AppointStaff, { strict: false }).execute({ email: `${role}@tenon.example`, password: PASSWORD, name: role, role });
  return api.signIn(`${role}@tenon.example`, PASSWORD);
}

beforeAll(async () => {
  api = await testApi();
  factory = await api.newcomer('宝山冲压厂');
  developer = await api.newcomer('杨浦工业软件');
  root = await staff('root');
  support = await staff('support');
});
afterAll(() => api.close());
const bystander = guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const codeOf = async (person: TestPerson, query: string, variables?: object): Promise<string | undefined> => (await person.ask(query, variables)).errors?.[0]?.extensions.code;
type Company = { id: string; name: string; state: string; memberCount: number; ownerEmail: string };
const companies = async (search: string): Promise<Company[]> =>
  (await root.get<{ companies: { nodes: Company[] } }>('query ($search: String) { companies(search: $search) { nodes { id name state memberCount ownerEmail } } }', { search })).companies.nodes;

describe('the platform office', () => {
  it('lets somebody of the office who also has a company ask for both at once', async () => {
    const { email } = await api.newcomer('Both');
    await api.app.get(AppointStaff, { strict: false }).execute({ email, password: PASSWORD, name: 'both', role: 'root' });
    const both = await api.signIn(email, PASSWORD);
    await both.get('{ companies { nodes { id } } devices { nodes { id } } reviewQueue { nodes { id } } subscriptions { nodes { id } } }');
    await forgetCompany(api.database, 'Both');
  });

  it('lists companies, newest first, and finds them by name and by mail', async () => {
    expect((await companies('')).map((company) => company.name)).toEqual([`${bystander().mark} company`, '杨浦工业软件', '宝山冲压厂']);
    expect((await companies('冲压'))[0]).toMatchObject({ name: '宝山冲压厂', memberCount: 1, ownerEmail: factory.email });
    expect((await companies(factory.email)).map((company) => company.name)).toEqual(['宝山冲压厂']);
    expect(await companies('%')).toEqual([]);
  });

  it('leaves a trace in the company when it looks', async () => {
    const [company] = await companies('冲压');
    await root.get('query ($id: ID!) { company(id: $id) { name } }', { id: company!.id });
    const trail = await root.get<{ company: { auditTrail: { nodes: { action: string; actor: string }[] } } }>('query ($id: ID!) { company(id: $id) { auditTrail { nodes { action actor } } } }', { id: company!.id });
    expect(trail.company.auditTrail.nodes).toContainEqual({ action: 'tenant.viewed', actor: 'platform' });
  });

  it('suspends with a reason and resumes; a suspended company can read and change nothing', async () => {
    const [company] = await companies('冲压');
    const suspend = 'mutation ($id: ID!, $reason: String!) { suspendCompany(input: { id: $id, reason: $reason }) { state } }';
    expect(await codeOf(support, suspend, { id: company!.id, reason: 'x' })).toBe('AUTH.FORBIDDEN');
    expect(await codeOf(root, suspend, { id: company!.id, reason: ' ' })).toBe('TENANT.REASON_REQUIRED');
    await root.get(suspend, { id: company!.id, reason: '三个月未付款' });
    expect(await codeOf(root, suspend, { id: company!.id, reason: 'again' })).toBe('TENANT.ALREADY_SUSPENDED');
    const { viewer } = await factory.get<{ viewer: { tenant: { state: string; suspendedReason: string } } }>('{ viewer { tenant { state suspendedReason } } }');
    expect(viewer.tenant).toEqual({ state: 'SUSPENDED', suspendedReason: '三个月未付款' });
    expect(await codeOf(factory, 'mutation { createDevice(input: { name: "x" }) { token } }')).toBe('AUTH.TENANT_SUSPENDED');
    await factory.get('{ devices { totalCount } }');
    await root.get('mutation ($id: ID!) { resumeCompany(id: $id) { state } }', { id: company!.id });
    await factory.get('mutation { createDevice(input: { name: "x" }) { token } }');
    expect(await codeOf(root, 'mutation ($id: ID!) { resumeCompany(id: $id) { state } }', { id: company!.id })).toBe('TENANT.NOT_SUSPENDED');
  });

  it('is closed to everybody else', async () => {
    expect(await codeOf(factory, '{ companies { totalCount } }')).toBe('AUTH.FORBIDDEN');
    expect(await codeOf(root, '{ devices { totalCount } }')).toBe('AUTH.FORBIDDEN');
  });
});

const manifest = (change: object = {}): object => ({
  engine: 'indicators', slug: 'peak-watch', version: '1.0.0',
  name: { zh: '峰值看板', en: 'Peak watch' }, summary: { zh: '每天的最大功率', en: 'Each day’s highest power' }, description: { zh: '每天的最大功率和平均功率。', en: 'Highest and mean power by day.' },
  scopes: [{ permission: 'telemetry:read', purpose: { zh: '读取功率', en: 'To read power' } }], price: { model: 'monthly', amountMinor: 9_900, currency: 'CNY' },
  inputs: [{ key: 'power', label: { zh: '功率', en: 'Power' } }],
  indicators: [{ key: 'max', label: { zh: '最大', en: 'Highest' }, input: 'power', aggregate: 'max', unit: 'kW' }],
  ...change,
});

describe('the developer’s first round', () => {
  const submit = 'mutation ($manifest: JSON!) { submitAppVersion(input: { manifest: $manifest }) { ... on AppVersion { id state version } ... on ManifestRejected { problems { path } } } }';
  const decide = 'mutation ($id: ID!, $decision: ReviewDecision!, $note: String) { decideAppVersion(input: { versionId: $id, decision: $decision, note: $note }) { state } }';
  type Submitted = { submitAppVersion: { id: string; state: string; problems?: { path: string }[] } };
  const slugs = async (): Promise<string[]> => (await factory.get<{ apps: { nodes: { slug: string }[] } }>('{ apps { nodes { slug } } }')).apps.nodes.map((app) => app.slug);

  it('needs a publisher', async () => {
    expect(await codeOf(developer, submit, { manifest: manifest() })).toBe('PUBLISHER.REQUIRED');
    await developer.get('mutation { registerPublisher(input: { name: "杨浦软件" }) { id } }');
    expect(await codeOf(developer, 'mutation { registerPublisher(input: { name: "twice" }) { id } }')).toBe('PUBLISHER.EXISTS');
  });

  it('says of a manifest what is wrong, and where', async () => {
    const broken = manifest({ version: '1', scopes: [], indicators: [{ key: 'max', label: { zh: '最大', en: 'Max' }, input: 'nothing', aggregate: 'max' }] });
    const { submitAppVersion } = await developer.get<Submitted>(submit, { manifest: broken });
    expect(submitAppVersion.problems?.map((problem) => problem.path)).toEqual(expect.arrayContaining(['version', 'scopes', 'indicators.0.input']));
    const claimed = await developer.get<Submitted>(submit, { manifest: manifest({ engine: 'energy' }) });
    expect(claimed.submitAppVersion.problems?.map((problem) => problem.path)).toContain('engine');
  });

  it('submit, send back, submit again, approve, list, subscribe, read', async () => {
    const first = (await developer.get<Submitted>(submit, { manifest: manifest() })).submitAppVersion;
    expect(first.state).toBe('SUBMITTED');
    expect(await codeOf(developer, submit, { manifest: manifest() })).toBe('APP.VERSION_EXISTS');
    expect(await slugs()).not.toContain('peak-watch');
    const queue = await root.get<{ reviewQueue: { nodes: { id: string; publisherName: string }[] } }>('{ reviewQueue { nodes { id publisherName } } }');
    expect(queue.reviewQueue.nodes).toEqual([{ id: first.id, publisherName: '杨浦软件' }]);
    expect(await codeOf(support, decide, { id: first.id, decision: 'APPROVE' })).toBe('AUTH.FORBIDDEN');
    expect(await codeOf(root, decide, { id: first.id, decision: 'REJECT' })).toBe('APP.NOTE_REQUIRED');
    await root.get(decide, { id: first.id, decision: 'REJECT', note: '请写清用途' });
    const second = (await developer.get<Submitted>(submit, { manifest: manifest({ version: '1.0.1' }) })).submitAppVersion;
    await root.get(decide, { id: second.id, decision: 'APPROVE' });
    expect(await codeOf(root, decide, { id: second.id, decision: 'APPROVE' })).toBe('APP.VERSION_DECIDED');
    expect(await slugs()).toContain('peak-watch');
    const versions = await developer.get<{ publisherVersions: { nodes: { version: string; state: string; note: string | null }[] } }>('{ publisherVersions { nodes { version state note } } }');
    expect(versions.publisherVersions.nodes).toEqual([
      { version: '1.0.1', state: 'LISTED', note: null },
      { version: '1.0.0', state: 'REJECTED', note: '请写清用途' },
    ]);
  });

  it('a factory consents to exactly what is asked, and what it granted ends with the subscription', async () => {
    const { app } = await factory.get<{ app: { id: string; price: object } }>('{ app(slug: "peak-watch") { id price { model amountMinor currency } } }');
    expect(app.price).toEqual({ model: 'MONTHLY', amountMinor: 9_900, currency: 'CNY' });
    const subscribe = 'mutation ($appId: ID!, $scopes: [String!]!) { subscribe(input: { appId: $appId, consentedScopes: $scopes }) { id grantedScopes } }';
    expect(await codeOf(factory, subscribe, { appId: app.id, scopes: [] })).toBe('SUBSCRIPTION.CONSENT_DIFFERS');
    const { subscribe: made } = await factory.get<{ subscribe: { id: string; grantedScopes: string[] } }>(subscribe, { appId: app.id, scopes: ['telemetry:read'] });
    expect(made.grantedScopes).toEqual(['telemetry:read']);
    expect(await codeOf(factory, subscribe, { appId: app.id, scopes: ['telemetry:read'] })).toBe('SUBSCRIPTION.EXISTS');
    const report = `{ indicatorReport(input: { subscriptionId: "${made.id}", from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" }) { rows { on } } }`;
    expect(await codeOf(factory, report)).toBe('SUBSCRIPTION.NOT_CONFIGURED');
    const { unsubscribe } = await factory.get<{ unsubscribe: { state: string; grantedScopes: string[] } }>('mutation ($id: ID!) { unsubscribe(id: $id) { state grantedScopes } }', { id: made.id });
    expect(unsubscribe).toEqual({ state: 'ENDED', grantedScopes: [] });
    expect(await codeOf(factory, report)).toBe('SUBSCRIPTION.ENDED');
    await factory.get(subscribe, { appId: app.id, scopes: ['telemetry:read'] });
  });
});
