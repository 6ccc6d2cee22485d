import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiCalls } from '@tenon/billing/api';
import { AppointStaff } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs } from './testing/colleagues.js';
import { stockStore } from './testing/companies-with-apps.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

const PASSWORD = 'quite a long secret';

let api: TestApi;
beforeAll(async () => (api = await testApi()));
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

type Usage = { meter: string; used: number; quota: number; cap: number | null; limit: number; state: string };
type Plan = { plan: { id: string; monthlyMinor: number }; since: object | null; next: { plan: string; from: string } | null; monthTo: string; today: string; usage: Usage[] };
type Preview = { isAtOnce: boolean; takesEffectOn: string; dueNowMinor: number; taxDueNowMinor: number; nextMonthlyMinor: number; lines: { isCredit: boolean; plan: string; days: number; daysOfMonth: number; amountMinor: number }[]; shortfalls: object[]; isHindered: boolean };

const FIELDS = 'plan { id monthlyMinor } since { plan from } next { plan from } monthTo today usage { meter used quota cap limit state }';
const PREVIEW = 'query ($plan: PlanId!) { planChangePreview(plan: $plan) { isAtOnce takesEffectOn dueNowMinor taxDueNowMinor nextMonthlyMinor lines { isCredit plan days daysOfMonth amountMinor } shortfalls { meter used quota isSold } isHindered } }';
const CHANGE = `mutation ($input: ChangePlanInput!) { changePlan(input: $input) { ${FIELDS} } }`;
const CAP = `mutation ($input: SetCapInput!) { setCap(input: $input) { ${FIELDS} } }`;
const ADD = 'mutation ($name: String!) { createDevice(input: { name: $name }) { device { id } } }';

const read = async (person: TestPerson): Promise<Plan> => (await person.get<{ companyPlan: Plan }>(`{ companyPlan { ${FIELDS} } }`)).companyPlan;
const preview = async (person: TestPerson, plan: string): Promise<Preview> => (await person.get<{ planChangePreview: Preview }>(PREVIEW, { plan })).planChangePreview;
const codesOf = ({ errors }: Answer): string[] => (errors ?? []).map(({ extensions }) => extensions.code);
const change = async (person: TestPerson, plan: string, dueNowMinor?: number): Promise<Answer> => person.ask(CHANGE, { input: { plan, dueNowMinor: dueNowMinor ?? (await preview(person, plan)).dueNowMinor } });
const usageOf = ({ usage }: Plan, meter: string): Usage => usage.find((each) => each.meter === meter)!;
const tenantOf = async (person: TestPerson): Promise<string> => (await whoIs(person)).tenant!.id;
const trail = (tenant: string, action: string): Promise<{ details: object }[]> => api.database.sql('SELECT details FROM audit_entry WHERE tenant_id = $1 AND action = $2 ORDER BY seq', [tenant, action]);
const limit = (tenant: string, meter: string, quota: number): Promise<unknown> => api.database.sql('INSERT INTO plan_limit (tenant_id, meter, quota) VALUES ($1, $2, $3) ON CONFLICT (tenant_id, meter) DO UPDATE SET quota = excluded.quota', [tenant, meter, quota]);

/** Fee of a month for days up to its end, in fen: by hand, apart from how the platform reckons it. */
function feeBeforeMonthEnd(monthlyMinor: number, days: number, daysOfMonth: number): number {
  return monthlyMinor - Math.round((monthlyMinor * (daysOfMonth - days)) / daysOfMonth);
}

describe('a plan', () => {
  it('is the trial at first, which shows the standard plan', async () => {
    const owner = await api.newcomer('At first');
    const plan = await read(owner);
    expect(plan).toMatchObject({ plan: { id: 'TRIAL', monthlyMinor: 0 }, since: null, next: null });
    expect(usageOf(plan, 'MEMBERS')).toEqual({ meter: 'MEMBERS', used: 1, quota: 50, cap: null, limit: 50, state: 'OK' });
  });

  it('costs upwards what the preview says, at once and to the fen, and is changed once however often it is asked for', async () => {
    const owner = await api.newcomer('Upwards');
    const tenant = await tenantOf(owner);
    const first = await preview(owner, 'STARTER');
    const { days, daysOfMonth } = first.lines[0]!;
    expect(first).toMatchObject({ isAtOnce: true, nextMonthlyMinor: 299_00, lines: [{ isCredit: false, amountMinor: feeBeforeMonthEnd(299_00, days, daysOfMonth) }], dueNowMinor: feeBeforeMonthEnd(299_00, days, daysOfMonth) });
    expect(codesOf(await change(owner, 'STARTER', first.dueNowMinor + 1))).toEqual(['PLAN.PREVIEW_OUTDATED']);
    const answers = await Promise.all([1, 2, 3].map(() => change(owner, 'STARTER', first.dueNowMinor)));
    expect(answers.flatMap(codesOf)).toEqual(['PLAN.SAME', 'PLAN.SAME']);
    expect(await read(owner)).toMatchObject({ plan: { id: 'STARTER' }, since: { plan: 'STARTER' } });
    expect(await trail(tenant, 'tenant.plan-changed')).toMatchObject([{ details: { before: { plan: 'trial' }, after: { plan: 'starter' }, dueNowMinor: first.dueNowMinor } }]);
    const second = await preview(owner, 'ENTERPRISE');
    const back = feeBeforeMonthEnd(299_00, days, daysOfMonth);
    const fee = feeBeforeMonthEnd(3_999_00, days, daysOfMonth);
    expect(second.lines).toMatchObject([{ isCredit: true, plan: 'STARTER', amountMinor: -back }, { isCredit: false, plan: 'ENTERPRISE', amountMinor: fee }]);
    expect([second.dueNowMinor, second.taxDueNowMinor]).toEqual([fee - back, Math.round(((fee - back) * 6) / 106)]);
    await change(owner, 'ENTERPRISE');
    expect(await api.database.sql('SELECT plan, due_minor::int AS due FROM plan_choice WHERE tenant_id = $1 ORDER BY chosen_at', [tenant])).toEqual([{ plan: 'starter', due: first.dueNowMinor }, { plan: 'enterprise', due: fee - back }]);
  });

  it('goes down when the month is over, may stay until then, and the clock makes no difference to what was agreed', async () => {
    const owner = await api.newcomer('Downwards');
    const tenant = await tenantOf(owner);
    await change(owner, 'STANDARD');
    expect(await preview(owner, 'STARTER')).toMatchObject({ isAtOnce: false, lines: [], dueNowMinor: 0, nextMonthlyMinor: 299_00 });
    expect(codesOf(await change(owner, 'STARTER'))).toEqual([]);
    const agreed = await read(owner);
    expect([agreed.plan.id, agreed.next?.plan]).toEqual(['STANDARD', 'STARTER']);
    expect(agreed.next!.from > agreed.monthTo).toBe(true);
    expect(codesOf(await change(owner, 'STARTER'))).toEqual(['PLAN.CHANGE_AGREED']);
    await owner.get('mutation { withdrawPlanChange { today } }');
    expect(codesOf(await owner.ask('mutation { withdrawPlanChange { today } }'))).toEqual(['PLAN.NO_CHANGE_AGREED']);
    expect(await read(owner)).toMatchObject({ plan: { id: 'STANDARD' }, next: null });
    await change(owner, 'STARTER');
    // The month goes by: its end is moved to before today.
    await api.database.sql(`UPDATE plan_choice SET from_day = from_day - 40 WHERE tenant_id = $1`, [tenant]);
    expect(await read(owner)).toMatchObject({ plan: { id: 'STARTER' }, since: { plan: 'STARTER' }, next: null });
    expect(await trail(tenant, 'tenant.plan-change-withdrawn')).toHaveLength(1);
  });

  it('is not changed for one that has no room for what is in use', async () => {
    const owner = await api.newcomer('Too much');
    const tenant = await tenantOf(owner);
    for (let n = 0; n < 5; n += 1) await colleague(api, tenant, 'viewer');
    expect(await preview(owner, 'STARTER')).toMatchObject({ isHindered: true, shortfalls: [{ meter: 'MEMBERS', used: 6, quota: 5, isSold: false }] });
    expect((await change(owner, 'STARTER')).errors?.[0]?.extensions).toMatchObject({ code: 'PLAN.TOO_MUCH_IN_USE', details: { meters: ['members'] } });
    expect(codesOf(await owner.ask(PREVIEW, { plan: 'TRIAL' }))).toEqual(['PLAN.SAME']);
    await change(owner, 'STANDARD');
    expect(codesOf(await owner.ask(PREVIEW, { plan: 'TRIAL' }))).toEqual(['PLAN.TRIAL_IS_OVER']);
  });

  it('is the finance people’s too, and nobody’s who may not read bills', async () => {
    const owner = await api.newcomer('Finance');
    const tenant = await tenantOf(owner);
    const [finance, engineer] = [await colleague(api, tenant, 'finance'), await colleague(api, tenant, 'engineer')];
    expect(codesOf(await change(finance, 'STARTER'))).toEqual([]);
    expect(codesOf(await engineer.ask('{ companyPlan { today } }'))).toEqual(['AUTH.FORBIDDEN']);
    expect(codesOf(await engineer.ask(CHANGE, { input: { plan: 'STANDARD', dueNowMinor: 0 } }))).toEqual(['AUTH.FORBIDDEN']);
  });
});

describe('a cap', () => {
  it('ends a meter at once, above the quota only where that is sold, and stands in the trail once', async () => {
    const owner = await api.newcomer('Capped');
    const tenant = await tenantOf(owner);
    const set = (meter: string, cap: number | null): Promise<Answer> => owner.ask(CAP, { input: { meter, cap } });
    expect((await set('DEVICES', 51)).errors?.[0]?.extensions).toMatchObject({ code: 'CAP.BEYOND_QUOTA', details: { meter: 'devices', most: 50 } });
    await change(owner, 'STARTER');
    expect(codesOf(await set('DEVICES', 1.5))).toEqual(['CAP.INVALID']);
    expect(codesOf(await set('DEVICES', 1_001))).toEqual(['CAP.INVALID']);
    for (let time = 0; time < 2; time += 1) expect(codesOf(await set('DEVICES', 1))).toEqual([]);
    expect(await trail(tenant, 'tenant.cap-set')).toMatchObject([{ details: { meter: 'devices', before: { cap: null }, after: { cap: 1 } } }]);
    await owner.get(ADD, { name: 'one' });
    expect(usageOf(await read(owner), 'DEVICES')).toEqual({ meter: 'DEVICES', used: 1, quota: 10, cap: 1, limit: 1, state: 'REACHED' });
    expect((await owner.ask(ADD, { name: 'two' })).errors?.[0]?.extensions).toMatchObject({ code: 'QUOTA.REACHED', details: { meter: 'devices', limit: 1, used: 1, resetsAt: null } });
    await set('DEVICES', 12);
    await owner.get(ADD, { name: 'two' });
    expect(usageOf(await read(owner), 'DEVICES')).toMatchObject({ used: 2, limit: 12 });
    await set('DEVICES', null);
    expect(usageOf(await read(owner), 'DEVICES')).toMatchObject({ cap: null, limit: 10 });
  });

  it('of points opens and closes days that are full', async () => {
    const owner = await api.newcomer('Points');
    const tenant = await tenantOf(owner);
    await api.database.sql(`INSERT INTO meter_reading (tenant_id, meter, hour, quantity) VALUES ($1, 'pointsADay', date_bin('1 hour', now(), 'epoch'), 100)`, [tenant]);
    const fullDays = async (): Promise<number> => (await api.database.sql('SELECT 1 FROM full_day WHERE tenant_id = $1', [tenant])).length;
    await owner.get(CAP, { input: { meter: 'POINTS_A_DAY', cap: 100 } });
    expect([await fullDays(), usageOf(await read(owner), 'POINTS_A_DAY').state]).toEqual([1, 'REACHED']);
    await owner.get(CAP, { input: { meter: 'POINTS_A_DAY', cap: 120 } });
    expect([await fullDays(), usageOf(await read(owner), 'POINTS_A_DAY').state]).toEqual([0, 'NEAR']);
    await limit(tenant, 'pointsADay', 50);
    await change(owner, 'STARTER');
    expect(await fullDays()).toBe(0);
  });
});

describe('a quota', () => {
  it('of machines lets the last place be taken once, however many come at once', async () => {
    const owner = await api.newcomer('Machines');
    const tenant = await tenantOf(owner);
    await limit(tenant, 'devices', 3);
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => owner.ask(ADD, { name })));
    expect(answers.flatMap(codesOf)).toEqual(['QUOTA.REACHED', 'QUOTA.REACHED']);
    expect(codesOf(await owner.ask('mutation { addSimulatedDevice(input: {}) { id } }'))).toEqual(['QUOTA.REACHED']);
    expect(await api.database.sql(`SELECT quantity::int AS quantity FROM meter_reading WHERE tenant_id = $1 AND meter = 'devices'`, [tenant])).toEqual([{ quantity: 3 }]);
    expect(await api.database.sql('SELECT share FROM quota_notice WHERE tenant_id = $1', [tenant])).toEqual([{ share: 100 }]);
  });

  it('of people counts those who are invited, and lets nobody join beyond it', async () => {
    const owner = await api.newcomer('People');
    const tenant = await tenantOf(owner);
    await limit(tenant, 'members', 2);
    const invite = (email: string): Promise<Answer> => owner.ask('mutation ($email: String!) { invitePerson(input: { email: $email, roleId: "viewer", language: EN }) { id } }', { email });
    expect(codesOf(await invite('first@example.com'))).toEqual([]);
    expect(codesOf(await invite('second@example.com'))).toEqual(['QUOTA.REACHED']);
    await api.database.sql(`UPDATE invitation SET expires_at = now() WHERE tenant_id = $1`, [tenant]);
    expect(codesOf(await invite('second@example.com'))).toEqual([]);
  });

  it('of apps ends subscriptions, not those that there are', async () => {
    const owner = await api.newcomer('Apps');
    await stockStore(api);
    await limit(await tenantOf(owner), 'apps', 0);
    const { apps } = await owner.get<{ apps: { nodes: { id: string; scopes: { permission: string }[] }[] } }>('{ apps { nodes { id scopes { permission } } } }');
    const app = apps.nodes[0]!;
    const input = { appId: app.id, consentedScopes: app.scopes.map(({ permission }) => permission) };
    expect(codesOf(await owner.ask('mutation ($input: SubscribeInput!) { subscribe(input: $input) { id } }', { input }))).toEqual(['QUOTA.REACHED']);
  });

  it('of API calls counts programs’ requests, not people’s, says when it starts again, and starts again', async () => {
    const owner = await api.newcomer('Programs');
    const tenant = await tenantOf(owner);
    await limit(tenant, 'apiCallsADay', 3);
    const { createApiKey } = await owner.get<{ createApiKey: { secret: string } }>('mutation { createApiKey(input: { name: "ERP", permissions: ["device:read"], days: 1 }) { secret } }');
    const call = async (): Promise<Answer> => (await api.post('/graphql', { query: '{ devices { totalCount } }' }, { authorization: `Bearer ${createApiKey.secret}` })).json() as Promise<Answer>;
    for (let n = 0; n < 3; n += 1) expect(codesOf(await call())).toEqual([]);
    const refused = (await call()).errors?.[0]?.extensions as unknown as { code: string; details: { resetsAt: string; limit: number } };
    expect(refused).toMatchObject({ code: 'QUOTA.REACHED', details: { meter: 'apiCallsADay', limit: 3, used: 3 } });
    expect(Date.parse(refused.details.resetsAt)).toBeGreaterThan(Date.now());
    await api.app.get(ApiCalls).settleAll();
    await api.app.get(ApiCalls).settleAll();
    expect(usageOf(await read(owner), 'API_CALLS_A_DAY')).toMatchObject({ used: 3, state: 'REACHED' });
    expect(await api.database.sql('SELECT share FROM quota_notice WHERE tenant_id = $1', [tenant])).toEqual([{ share: 100 }]);
    // The next day: what was counted is yesterday's.
    await api.database.sql(`UPDATE meter_reading SET hour = hour - interval '1 day' WHERE tenant_id = $1 AND meter = 'apiCallsADay'`, [tenant]);
    expect(usageOf(await read(owner), 'API_CALLS_A_DAY')).toMatchObject({ used: 0 });
  });
});

describe('the office', () => {
  type Company = { id: string; planId: string; plan: Plan };
  let root: TestPerson;
  let support: TestPerson;
  beforeAll(async () => {
    for (const role of ['root', 'support'] as const) await api.app.get(AppointStaff, { strict: false }).execute({ email: `${role}@tenon.example`, password: PASSWORD, name: role, role });
    [root, support] = [await api.signIn('root@tenon.example', PASSWORD), await api.signIn('support@tenon.example', PASSWORD)];
  });

  it('sees plans and use, finds companies by plan, and changes plan or quota, which the company reads in its trail', async () => {
    const owner = await api.newcomer('Looked at');
    const id = await tenantOf(owner);
    await owner.get(ADD, { name: 'one' });
    const found = async (plan: string): Promise<string[]> => (await support.get<{ companies: { nodes: { id: string }[] } }>('query ($plan: PlanId) { companies(first: 100, plan: $plan) { nodes { id } } }', { plan })).companies.nodes.map((each) => each.id);
    expect([(await found('TRIAL')).includes(id), (await found('ENTERPRISE')).includes(id)]).toEqual([true, false]);

    const TO = 'mutation ($input: ChangeCompanyPlanInput!) { changeCompanyPlan(input: $input) { id planId } }';
    const GIVE = `mutation ($input: GiveCompanyQuotaInput!) { giveCompanyQuota(input: $input) { id planId plan { ${FIELDS} } } }`;
    expect(codesOf(await support.ask(TO, { input: { id, plan: 'ENTERPRISE' } }))).toEqual(['AUTH.FORBIDDEN']);
    expect(await root.get(TO, { input: { id, plan: 'ENTERPRISE' } })).toEqual({ changeCompanyPlan: { id, planId: 'ENTERPRISE' } });
    expect(codesOf(await root.ask(TO, { input: { id, plan: 'ENTERPRISE' } }))).toEqual(['PLAN.SAME']);
    expect([(await found('TRIAL')).includes(id), (await found('ENTERPRISE')).includes(id)]).toEqual([false, true]);
    for (let time = 0; time < 2; time += 1) {
      const { giveCompanyQuota } = await root.get<{ giveCompanyQuota: Company }>(GIVE, { input: { id, meter: 'DEVICES', quota: 700 } });
      expect(usageOf(giveCompanyQuota.plan, 'DEVICES')).toMatchObject({ used: 1, quota: 700, limit: 700 });
    }
    expect(codesOf(await root.ask(GIVE, { input: { id, meter: 'DEVICES', quota: -1 } }))).toEqual(['PLAN.QUOTA_INVALID']);
    expect(codesOf(await root.ask(GIVE, { input: { id: '00000000-0000-4000-8000-000000000000', meter: 'DEVICES', quota: 1 } }))).toEqual(['TENANT.NOT_FOUND']);
    const { auditTrail } = await owner.get<{ auditTrail: { nodes: object[] } }>('{ auditTrail(filter: { actions: ["tenant.plan-changed", "tenant.quota-given"] }) { nodes { action actorKind details } } }');
    expect(auditTrail.nodes).toEqual([
      { action: 'tenant.quota-given', actorKind: 'STAFF', details: { meter: 'devices', before: { quota: null }, after: { quota: 700 } } },
      { action: 'tenant.plan-changed', actorKind: 'STAFF', details: { before: { plan: 'trial' }, after: { plan: 'enterprise' }, dueNowMinor: 0 } },
    ]);
    expect(usageOf(await read(owner), 'DEVICES').quota).toBe(700);
  });
});
