import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { STAFF_PERMISSIONS } from '@tenon/contracts/permissions';
import { rowsOfCompany, type CompanyRows } from '@tenon/testing/bystander';
import { declaredDoors, type Door } from './testing/declared-doors.js';
import { OWN_ONLY, PROBES } from './testing/isolation/all-probes.js';
import { PERSONAL } from './testing/isolation/personal.js';
import { twoCompanies, type TwoCompanies } from './testing/isolation/two-companies.js';
import { beginning, officer } from './testing/impersonators.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let both: TwoCompanies;
let doors: readonly Door[];
let reader: TestPerson;
let writer: TestPerson;
let asItWas: CompanyRows;

const nothingOfLooks = async (): Promise<CompanyRows> => ({ ...(await rowsOfCompany(api.database, both.ids.tenant)), impersonation: [] });

beforeAll(async () => {
  api = await testApi();
  both = await twoCompanies(api);
  doors = declaredDoors(api.app);
  [reader, writer] = [await officer(api, 'support'), await officer(api, 'root')];
  await reader.get(...beginning(both.ids.tenant));
  await writer.get(...beginning(both.ids.tenant, { mayWrite: true, confirmName: 'A' }));
  asItWas = await nothingOfLooks();
});
afterAll(() => api.close());

const codesOf = ({ errors }: Answer): string[] => (errors ?? []).map(({ extensions }) => extensions.code);
const textOf = (name: string): string => (PROBES[name] ?? PERSONAL[name])?.by(both) ?? OWN_ONLY[name] ?? '';
const ALL = [...Object.keys(PROBES), ...Object.keys(PERSONAL), ...Object.keys(OWN_ONLY)];
/** What is about the look itself. */
const ITSELF = ['Mutation.beginImpersonation', 'Mutation.endImpersonation'];
const MUTATIONS = ALL.filter((name) => name.startsWith('Mutation.') && !ITSELF.includes(name));

/** What shows or makes a secret, and what is a person's own: withheld from root, too. */
const SECRETS = ['createDevice', 'rotateDeviceToken', 'rotateDeviceTokens', 'createProvisioningKey', 'rotateProvisioningSecret', 'releaseDevices', 'claimDevice', 'issueDeviceCertificate', 'addCertificateAuthority', 'proveCertificateAuthority', 'createApiKey', 'requestExport', 'addRobot', 'updateRobot', 'removeRobot', 'testRobot', 'setUpSingleSignOn'].map((name) => `Mutation.${name}`);
const OWN = ['Query.notices', 'Query.unreadNotices', 'Query.noticeChoices', 'Query.savedViews', 'Query.exports', 'Query.robots', ...['markNoticeRead', 'markAllNoticesRead', 'chooseNotice', 'saveView', 'updateView', 'deleteView', 'leaveCompany'].map((name) => `Mutation.${name}`)];

describe('somebody of the office who looks at a company and may not write', () => {
  it('is tried at every mutation of the schema', () => {
    const fields = Object.keys(api.app.get(GraphQLSchemaHost).schema.getMutationType()?.getFields() ?? {});
    expect(MUTATIONS.sort()).toEqual(fields.map((name) => `Mutation.${name}`).filter((name) => !ITSELF.includes(name)).sort());
  });

  it.each(MUTATIONS)('is refused by %s', async (name) => {
    expect(codesOf(await reader.ask(textOf(name)))).toEqual(['AUTH.IMPERSONATION_READS']);
  });
});

describe('root who may write', () => {
  it.each([...SECRETS, ...OWN, ...Object.keys(PERSONAL)])('is not let into %s', async (name) => {
    expect(codesOf(await writer.ask(textOf(name)))).toEqual(['AUTH.IMPERSONATION_WITHHELD']);
  });

  it.each(['/api/exit/bundle?id=x', '/api/audit/export?format=jsonl&language=EN'])('is not handed %s', async (path) => {
    const answer = await fetch(api.url + path, { headers: { cookie: writer.cookie } });
    expect([answer.status, await answer.json()]).toEqual([403, { error: expect.objectContaining({ code: 'AUTH.IMPERSONATION_WITHHELD' }) }]);
  });

  it('holds no permission that decides about people, keys, money and leaving', async () => {
    const { viewer } = await writer.get<{ viewer: { permissions: string[] } }>('{ viewer { permissions } }');
    const theirs = viewer.permissions.filter((each) => !STAFF_PERMISSIONS.some((office) => office === each) && !each.endsWith(':read'));
    expect(theirs.filter((each) => /^(member|role|api-key|security|billing|robot):|^tenant:(transfer|export|close)$/.test(each))).toEqual([]);
    expect(theirs).toContain('device:update');
  });
});

describe('what is withheld', () => {
  it('has changed not a row of the company, whatever was tried', async () => {
    expect(await nothingOfLooks()).toEqual(asItWas);
  });

  it('is not handed a file of readings', async () => {
    const answer = await api.post('/api/telemetry/export', { format: 'csv', question: { read: 'last' } }, { cookie: writer.cookie });
    expect([answer.status, await answer.json()]).toEqual([403, { error: expect.objectContaining({ code: 'AUTH.IMPERSONATION_WITHHELD' }) }]);
  });

  it('is declared at its door', () => {
    expect(doors.filter(({ isWithheld }) => isWithheld).map(({ name }) => name).sort()).toEqual([...SECRETS, 'Query.exports', 'Query.robots', 'Subscription.exportsChanged', 'route api/audit/export', 'route api/telemetry/export', 'route api/devices/check-import', 'route api/devices/import', 'route api/exit/bundle'].sort());
  });
});
