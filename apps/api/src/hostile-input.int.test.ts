import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { AppointStaff } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let owner: TestPerson;
let root: TestPerson;

beforeAll(async () => {
  api = await testApi();
  owner = await api.newcomer('Hostile');
  await owner.get('mutation { createDevice(input: { name: "Press" }) { device { id } } }');
  await api.database.sql(`INSERT INTO series (tenant_id, device_id, key, quantity, value_kind) SELECT tenant_id, id, 'kwh', 'counter', 'number' FROM device`);
  await owner.get('mutation { createDeviceType(input: { libraryKey: "pump" }) { id } }');
  await owner.get('mutation { startBulkAction(input: { kind: UNTAG, tag: "none", machines: { matching: { expectedCount: 1 } } }) { id } }');
  await owner.get('mutation { startCampaign(input: { name: "odd", values: { a: 1 }, machines: { matching: { expectedCount: 1 } }, plan: { stages: [{ upTo: 100, unit: PERCENT, updatedPercent: 100, waitMinutes: 0 }], timeoutMinutes: 60, retries: 0 } }) { id } }');
  await owner.get('mutation { registerPublisher(input: { name: "Hostile soft" }) { id } }');
  await api.app.get(AppointStaff, { strict: false }).execute({ email: 'root@tenon.example', password: 'quite a long secret', name: 'root', role: 'root' });
  root = await api.signIn('root@tenon.example', 'quite a long secret');
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(() => api.close());

const ID = '0b8f4d0e-6f0a-4a55-9f0e-2b8f4d0e6f0a';
const cursor = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
const HOSTILE = ['nonsense', 'bnVsbA', cursor([]), cursor({}), cursor(['x']), cursor(['x', 'y']), cursor(['x', 'y', 'z']), cursor([1, 2]), cursor(['0000-01-01T00:00:00.000Z', ID]), cursor(['2026-01-01T00:00:00.000Z', 'y']), cursor(['\0', ID]), cursor(['2026-01-01T00:00:00.000Z', '99999999999999999999'])];

/** Every list that is paged, as it is asked from a cursor. A root field missing here fails the suite. */
const LISTS: Readonly<Record<string, { by: () => TestPerson; ask: string }>> = {
  devices: { by: () => owner, ask: '{ devices(after: $after) { nodes { id } } }' },
  'devices.refusals': { by: () => owner, ask: '{ devices { nodes { refusals(after: $after) { nodes { id } } } } }' },
  deviceTypes: { by: () => owner, ask: '{ deviceTypes(after: $after) { nodes { id } } }' },
  'deviceTypes.versions': { by: () => owner, ask: '{ deviceTypes { nodes { versions(after: $after) { nodes { version } } } } }' },
  'deviceTypes.machines': { by: () => owner, ask: '{ deviceTypes { nodes { machines(after: $after) { nodes { id } } } } }' },
  'completeness.machines': { by: () => owner, ask: '{ completeness { machines(after: $after) { nodes { name } } } }' },
  historyImports: { by: () => owner, ask: '{ historyImports(after: $after) { nodes { id } } }' },
  'bulkActions.results': { by: () => owner, ask: '{ bulkActions { results(after: $after) { nodes { name } } } }' },
  campaigns: { by: () => owner, ask: '{ campaigns(after: $after) { nodes { id } } }' },
  'campaigns.machines': { by: () => owner, ask: '{ campaigns { nodes { machines(after: $after) { nodes { name } } } } }' },
  otaPackages: { by: () => owner, ask: '{ otaPackages(after: $after) { nodes { id } } }' },
  series: { by: () => owner, ask: '{ series(after: $after) { nodes { id } } }' },
  apps: { by: () => owner, ask: '{ apps(after: $after) { nodes { id } } }' },
  subscriptions: { by: () => owner, ask: '{ subscriptions(after: $after) { nodes { id } } }' },
  members: { by: () => owner, ask: '{ members(after: $after) { nodes { id } } }' },
  invitations: { by: () => owner, ask: '{ invitations(after: $after) { nodes { id } } }' },
  auditTrail: { by: () => owner, ask: '{ auditTrail(after: $after) { nodes { action } } }' },
  invoices: { by: () => owner, ask: '{ invoices(after: $after) { nodes { id } } }' },
  notices: { by: () => owner, ask: '{ notices(after: $after) { nodes { id } } }' },
  publisherVersions: { by: () => owner, ask: '{ publisherVersions(after: $after) { nodes { id } } }' },
  signUpReviews: { by: () => root, ask: '{ signUpReviews(after: $after, state: OPEN) { nodes { companyId } } }' },
  reviewQueue: { by: () => root, ask: '{ reviewQueue(after: $after) { nodes { id } } }' },
  openInvoices: { by: () => root, ask: '{ openInvoices(after: $after) { nodes { companyId } } }' },
  bankEntries: { by: () => root, ask: '{ bankEntries(after: $after) { nodes { id } } }' },
  doubtfulCardEvents: { by: () => root, ask: '{ doubtfulCardEvents(after: $after) { nodes { id } } }' },
  companies: { by: () => root, ask: '{ companies(after: $after) { nodes { id } } }' },
  'companies.auditTrail': { by: () => root, ask: '{ companies { nodes { auditTrail(after: $after) { nodes { id } } } } }' },
  jobs: { by: () => root, ask: '{ jobs(state: WAITING, after: $after) { nodes { id } } }' },
  erasureCertificates: { by: () => root, ask: '{ erasureCertificates(after: $after) { nodes { id } } }' },
  outboxMails: { by: () => root, ask: '{ outboxMails(after: $after) { nodes { id } } }' },
};
/** Where a part of the cursor is a name, it may be any text. */
const ANY_TEXT: ReadonlySet<string> = new Set(['apps', 'devices', 'deviceTypes', 'deviceTypes.machines', 'doubtfulCardEvents']);

const codesOf = async (person: TestPerson, query: string, variables: object = {}): Promise<(string | undefined)[]> => (await person.ask(query, variables)).errors?.map(({ extensions }) => extensions.code) ?? [undefined];

describe('a cursor that is not ours', () => {
  it('is tried at every paged list', () => {
    const fields = Object.values(api.app.get(GraphQLSchemaHost).schema.getQueryType()?.getFields() ?? {});
    const paged = fields.filter(({ args }) => args.some(({ name }) => name === 'after')).map(({ name }) => name);
    expect(Object.keys(LISTS).filter((name) => !name.includes('.')).sort()).toEqual(paged.sort());
  });

  it.each(Object.keys(LISTS))('is refused by %s', async (name) => {
    const { by, ask } = LISTS[name]!;
    for (const after of HOSTILE) {
      const [code] = await codesOf(by(), `query ($after: String) ${ask}`, { after });
      expect([after, code]).toEqual([after, ANY_TEXT.has(name) && code === undefined ? undefined : 'PAGE.CURSOR']);
    }
  });
});

describe('a search', () => {
  it.each(['devices', 'deviceTypes', 'series', 'apps'])('of %s may hold anything', async (list) => {
    expect(await codesOf(owner, `query ($search: String) { ${list}(search: $search) { nodes { id } } }`, { search: '\0' })).toEqual([undefined]);
  });
});

describe('metrics of an energy app', () => {
  const configure = `mutation ($ids: [ID!]!) { configureEnergy(input: { subscriptionId: "${ID}", seriesIds: $ids, hours: [{ fromMinute: 0, toMinute: 1440, band: FLAT }], prices: { peak: 1, flat: 1, valley: 1 }, emissionFactorKgPerKwh: 0.5, timeZone: "Asia/Shanghai" }) { id } }`;

  it.each<[string, string[], string]>([
    ['a number that no metric can have', ['9999999999'], 'SERIES.NOT_FOUND'],
    ['no number', ['kwh'], 'SERIES.NOT_FOUND'],
    ['none', [], 'ENERGY.NO_METRICS'],
    ['too many', Array.from({ length: 65 }, (_, index) => String(index + 1)), 'ENERGY.TOO_MANY_METRICS'],
  ])('%s', async (_what, ids, code) => {
    expect(await codesOf(owner, configure, { ids })).toEqual([code]);
  });

  it('the same of indicators', async () => {
    const bind = `mutation { configureIndicators(input: { subscriptionId: "${ID}", bindings: [{ input: "power", seriesId: "9999999999" }] }) { id } }`;
    expect(await codesOf(owner, bind)).toEqual(['SERIES.NOT_FOUND']);
  });
});
