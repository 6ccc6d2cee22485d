import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { shareSlot } from '@tenon/domain/flags';
import { guardBystander } from '@tenon/testing/bystander';
import { whoIs } from './testing/colleagues.js';
import { officer } from './testing/impersonators.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

const KEY = 'billing.next-invoice';

let api: TestApi;
let a: TestPerson;
let b: TestPerson;
let ids: Record<'a' | 'b', string>;
let root: TestPerson;
let support: TestPerson;

beforeAll(async () => {
  api = await testApi();
  a = await api.newcomer('A');
  ids = { a: (await whoIs(a)).tenant!.id, b: '' };
  // One in a hundred companies stands where A does.
  do {
    b = await api.newcomer('B');
    ids.b = (await whoIs(b)).tenant!.id;
  } while (slotOf(b) === slotOf(a));
  [root, support] = [await officer(api, 'root'), await officer(api, 'support')];
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(() => api.close());
beforeEach(async () => {
  await set({ isOn: null });
  await until(a, true);
});

const codesOf = ({ errors }: Answer): string[] => (errors ?? []).map(({ extensions }) => extensions.code);
const SET = `mutation ($input: SetFeatureFlagForCompanyInput!) { setFeatureFlagForCompany(input: $input) { overrides { companyId isOn reason setBy } } }`;
const setBy = (person: TestPerson, more: object): Promise<Answer> => person.ask(SET, { input: { key: KEY, companyId: ids.a, isOn: false, reason: 'wrong sums', ...more } });
const set = async (more: object): Promise<Answer> => setBy(root, more);
const share = (percent: number | null, more: object = {}): Promise<Answer> =>
  root.ask('mutation ($input: SetFeatureFlagShareInput!) { setFeatureFlagShare(input: $input) { onCount companyCount sharePercent } }', { input: { key: KEY, percent, reason: 'slowly', ...more } });
const features = async (person: TestPerson): Promise<string[]> => (await person.get<{ viewer: { features: string[] } }>('{ viewer { features } }')).viewer.features;
/** Nothing tells a caller that a process has heard; the test's own time ends the waiting. */
async function until(person: TestPerson, isOn: boolean): Promise<void> {
  while ((await features(person)).includes(KEY) !== isOn);
}
type Line = { action: string; actor: string; details: object };
const settings = async (person: TestPerson): Promise<Line[]> => {
  const { auditTrail } = await person.get<{ auditTrail: { nodes: Line[] } }>('{ auditTrail { nodes { action actor details } } }');
  return auditTrail.nodes.filter(({ action }) => action === 'feature-flag.set');
};
const NEXT = '{ nextInvoice { issuedOn } }';

describe('a feature flag', () => {
  it('is read by support and set by root, with a reason, of what there is', async () => {
    expect(codesOf(await support.ask('{ featureFlags { key } featureFlag(key: "notices.robots") { isOnByDefault } }'))).toEqual([]);
    expect(codesOf(await (await officer(api, 'review')).ask('{ featureFlags { key } }'))).toEqual(['AUTH.FORBIDDEN']);
    expect(codesOf(await setBy(support, {}))).toEqual(['AUTH.FORBIDDEN']);
    for (const [more, code] of [[{ reason: ' ' }, 'FLAG.REASON'], [{ key: 'toString' }, 'FLAG.NOT_FOUND'], [{ companyId: 'nobody' }, 'TENANT.NOT_FOUND']] as const) expect(codesOf(await set(more))).toEqual([code]);
    for (const [percent, more, code] of [[101, {}, 'FLAG.SHARE'], [1, { reason: '' }, 'FLAG.REASON'], [1, { key: 'x' }, 'FLAG.NOT_FOUND']] as const) expect(codesOf(await share(percent, more))).toEqual([code]);
    expect(codesOf(await support.ask('{ featureFlag(key: "x") { key } }'))).toEqual(['FLAG.NOT_FOUND']);
  });

  it('that is off for a company refuses it what is behind, in a running process, and no other', async () => {
    expect(codesOf(await a.ask(NEXT))).toEqual([]);
    expect((await set({})).data).toEqual({ setFeatureFlagForCompany: { overrides: expect.arrayContaining([{ companyId: ids.a, isOn: false, reason: 'wrong sums', setBy: 'root@tenon.example' }]) } });
    await until(a, false);
    expect([codesOf(await a.ask(NEXT)), codesOf(await b.ask(NEXT))]).toEqual([['FLAG.OFF'], []]);
    expect(codesOf(await api.ask(NEXT))).toEqual(['AUTH.SIGN_IN_REQUIRED']);
  });

  it('is heard of although the message was missed, once the listener is back', async () => {
    await api.database.sql(`INSERT INTO feature_flag_override VALUES ($1, $2, false, 'by hand', 'nobody', now())`, [ids.a, KEY]);
    expect(await features(a)).toContain(KEY);
    await api.database.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'`);
    await until(a, false);
  });

  it('stands in the company’s trail, in the office’s record, and on the company’s page', async () => {
    const before = (await settings(a)).length;
    await set({});
    const [line, ...more] = await settings(a);
    expect([line, more.length]).toEqual([{ action: 'feature-flag.set', actor: 'platform', details: { featureFlagId: KEY, before: { isOn: true }, after: { isOn: false }, reason: 'wrong sums' } }, before]);
    const asked = `query ($id: ID!) { featureFlag(key: "${KEY}") { changes { companyId isOn sharePercent reason changedBy } } company(id: $id) { featureFlags { key isOn because reason } } }`;
    const seen = await support.get<{ featureFlag: { changes: object[] }; company: object }>(asked, { id: ids.a });
    expect([seen.featureFlag.changes[0], seen.company]).toEqual([{ companyId: ids.a, isOn: false, sharePercent: null, reason: 'wrong sums', changedBy: 'root@tenon.example' }, { featureFlags: [{ key: KEY, isOn: false, because: 'OVERRIDE', reason: 'wrong sums' }] }]);
    expect((await support.get<{ company: object }>('query ($id: ID!) { company(id: $id) { featureFlags { key } } }', { id: ids.b })).company).toEqual({ featureFlags: [] });
  });

  it('of a share is for those whose place is in it, and in the trails of those for whom it changed', async () => {
    const [first, last] = [a, b].toSorted((x, y) => slotOf(x) - slotOf(y)) as [TestPerson, TestPerson];
    const before = (await settings(first)).length;
    expect((await share(slotOf(last))).data).toMatchObject({ setFeatureFlagShare: { sharePercent: slotOf(last) } });
    await until(last, false);
    expect([codesOf(await first.ask(NEXT)), codesOf(await last.ask(NEXT))]).toEqual([[], ['FLAG.OFF']]);
    expect([(await settings(first)).length, (await settings(last))[0]]).toEqual([before, expect.objectContaining({ details: { featureFlagId: KEY, before: { isOn: true }, after: { isOn: false }, reason: 'slowly' } })]);
    await share(null);
    await until(last, true);
  });
});

function slotOf(person: TestPerson): number {
  return shareSlot(KEY, person === a ? ids.a : ids.b);
}
