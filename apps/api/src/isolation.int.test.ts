import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let a: TestPerson;
let b: TestPerson;
let ids: { device: string; series: string; app: string; subscription: string; tenant: string; version: string };

const MANIFEST = {
  engine: 'indicators', slug: 'secret-app', version: '1.0.0',
  name: { zh: '秘', en: 'Secret' }, summary: { zh: '秘', en: 'Secret' }, description: { zh: '秘', en: 'Secret' },
  scopes: [{ permission: 'telemetry:read', purpose: { zh: '读', en: 'read' } }], price: { model: 'free' },
  inputs: [{ key: 'power', label: { zh: '功率', en: 'Power' } }],
  indicators: [{ key: 'max', label: { zh: '最大', en: 'Max' }, input: 'power', aggregate: 'max' }],
};

beforeAll(async () => {
  api = await testApi();
  a = await api.signUp('A');
  b = await api.signUp('B');
  const { createDevice } = await a.get<{ createDevice: { device: { id: string } } }>('mutation { createDevice(input: { name: "Press" }) { device { id } } }');
  const { viewer } = await a.get<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
  const tenant = viewer.tenant.id;
  const [series] = await api.database.sql<{ id: number }>(
    `INSERT INTO series (tenant_id, device_id, key, quantity, value_kind) VALUES ($1, $2, 'kwh', 'counter', 'number') RETURNING id`, [tenant, createDevice.device.id]);
  await api.database.sql(`INSERT INTO app (id, slug, publisher_name, engine) VALUES (gen_random_uuid(), 'energy-carbon', 'Tenon', 'energy')`);
  const listing = { ...MANIFEST, engine: 'energy', slug: 'energy-carbon', inputs: undefined, indicators: undefined };
  await api.database.sql(`INSERT INTO app_version (id, app_id, version, manifest, state) SELECT gen_random_uuid(), id, '1.0.0', $1, 'listed' FROM app`, [JSON.stringify(listing)]);
  await api.database.sql(`UPDATE app SET listed_version_id = (SELECT id FROM app_version LIMIT 1)`);
  const { app } = await a.get<{ app: { id: string } }>('{ app(slug: "energy-carbon") { id } }');
  const { subscribe } = await a.get<{ subscribe: { id: string } }>('mutation ($appId: ID!) { subscribe(input: { appId: $appId, consentedScopes: ["telemetry:read"] }) { id } }', { appId: app.id });
  await a.get('mutation { registerPublisher(input: { name: "A soft" }) { id } }');
  const { submitAppVersion } = await a.get<{ submitAppVersion: { id: string } }>('mutation ($manifest: JSON!) { submitAppVersion(input: { manifest: $manifest }) { ... on AppVersion { id } } }', { manifest: MANIFEST });
  ids = { device: createDevice.device.id, series: String(series?.id), app: app.id, subscription: subscribe.id, tenant, version: submitAppVersion.id };
});

afterAll(() => api.close());

const RANGE = 'from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z"';
const HOURS = 'hours: [{ fromMinute: 0, toMinute: 1440, band: FLAT }], prices: { peak: 1, flat: 1, valley: 1 }, emissionFactorKgPerKwh: 0.5, timeZone: "Asia/Shanghai"';

/** Every operation that takes an id, called with A's id; what B must be told. A root field missing here fails the suite. */
const PROBES: Readonly<Record<string, { by: () => string; says: string }>> = {
  'Query.device': { by: () => `{ device(id: "${ids.device}") { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Query.seriesRange': { by: () => `{ seriesRange(input: { seriesIds: ["${ids.series}"], ${RANGE} }) { seriesId } }`, says: 'SERIES.NOT_FOUND' },
  'Query.seriesPoints': { by: () => `{ seriesPoints(input: { seriesId: "${ids.series}", ${RANGE} }) { nodes { at } } }`, says: 'SERIES.NOT_FOUND' },
  'Query.seriesStates': { by: () => `{ seriesStates(input: { seriesId: "${ids.series}", ${RANGE} }) { value } }`, says: 'SERIES.NOT_FOUND' },
  'Query.subscription': { by: () => `{ subscription(id: "${ids.subscription}") { id } }`, says: 'SUBSCRIPTION.NOT_FOUND' },
  'Query.energyReport': { by: () => `{ energyReport(input: { subscriptionId: "${ids.subscription}", ${RANGE}, period: DAY }) { timeZone } }`, says: 'SUBSCRIPTION.NOT_FOUND' },
  'Query.indicatorReport': { by: () => `{ indicatorReport(input: { subscriptionId: "${ids.subscription}", ${RANGE} }) { timeZone } }`, says: 'SUBSCRIPTION.NOT_FOUND' },
  'Query.company': { by: () => `{ company(id: "${ids.tenant}") { id } }`, says: 'AUTH.FORBIDDEN' },
  'Query.outboxMailText': { by: () => `{ outboxMailText(id: "${ids.tenant}") { text } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.renameDevice': { by: () => `mutation { renameDevice(input: { id: "${ids.device}", name: "stolen" }) { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.deleteDevice': { by: () => `mutation { deleteDevice(id: "${ids.device}") }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.rotateDeviceToken': { by: () => `mutation { rotateDeviceToken(id: "${ids.device}") { token } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.revokeDeviceToken': { by: () => `mutation { revokeDeviceToken(id: "${ids.device}") { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.describeSeries': { by: () => `mutation { describeSeries(input: { id: "${ids.series}", quantity: GAUGE }) { id } }`, says: 'SERIES.NOT_FOUND' },
  'Mutation.configureIndicators': { by: () => `mutation { configureIndicators(input: { subscriptionId: "${ids.subscription}", bindings: [] }) { id } }`, says: 'SUBSCRIPTION.NOT_FOUND' },
  'Mutation.configureEnergy': { by: () => `mutation { configureEnergy(input: { subscriptionId: "${ids.subscription}", seriesIds: ["${ids.series}"], ${HOURS} }) { id } }`, says: 'SUBSCRIPTION.NOT_FOUND' },
  'Mutation.unsubscribe': { by: () => `mutation { unsubscribe(id: "${ids.subscription}") { id } }`, says: 'SUBSCRIPTION.NOT_FOUND' },
  'Mutation.suspendCompany': { by: () => `mutation { suspendCompany(input: { id: "${ids.tenant}", reason: "mine" }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.resumeCompany': { by: () => `mutation { resumeCompany(id: "${ids.tenant}") { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.decideAppVersion': { by: () => `mutation { decideAppVersion(input: { versionId: "${ids.version}", decision: APPROVE }) { id } }`, says: 'AUTH.FORBIDDEN' },
};

/** Root fields that name nothing of another company: what they show B is B's own. */
const OWN_ONLY = ['Query.viewer', 'Query.devices', 'Query.series', 'Query.apps', 'Query.app', 'Query.subscriptions', 'Query.publisher', 'Query.publisherVersions', 'Query.emissionFactors',
  'Query.reviewQueue', 'Query.companies', 'Query.outboxMails', 'Mutation.updateTenant', 'Mutation.createDevice', 'Mutation.addSimulatedDevice', 'Mutation.subscribe', 'Mutation.registerPublisher', 'Mutation.submitAppVersion'];
/** Subscriptions are probed over their own protocol, in live.int.test.ts. */
const LIVE = ['Subscription.deviceChanged', 'Subscription.deviceTelemetry', 'Subscription.energyUpdated'];

function rootFields(schema: GraphQLSchema): [string, GraphQLField<unknown, unknown>][] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => Object.values(type?.getFields() ?? {}).map((field): [string, GraphQLField<unknown, unknown>] => [`${type?.name}.${field.name}`, field]));
}

describe('company B with every id of company A', () => {
  it('has a probe for every operation', () => {
    const fields = rootFields(api.app.get(GraphQLSchemaHost).schema).map(([name]) => name).sort();
    expect(fields).toEqual([...Object.keys(PROBES), ...OWN_ONLY, ...LIVE].sort());
  });

  it.each(Object.keys(PROBES))('%s', async (name) => {
    const probe = PROBES[name]!;
    expect((await b.ask(probe.by())).errors?.map((error) => error.extensions.code)).toEqual([probe.says]);
    expect((await api.ask(probe.by())).errors?.map((error) => error.extensions.code)).toEqual(['AUTH.SIGN_IN_REQUIRED']);
  });

  it('sees none of A’s in its lists', async () => {
    const lists = await b.get<Record<string, { nodes: unknown[] }>>('{ devices { nodes { id } } series { nodes { id } } subscriptions { nodes { id } } publisherVersions { nodes { id } } apps { nodes { slug } } }');
    expect(Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.nodes.length]))).toEqual({ devices: 0, series: 0, subscriptions: 0, publisherVersions: 0, apps: 1 });
    for (const office of ['{ companies { nodes { id } } }', '{ reviewQueue { nodes { id } } }', '{ outboxMails { nodes { id } } }']) {
      expect((await b.ask(office)).errors?.[0]?.extensions.code).toBe('AUTH.FORBIDDEN');
    }
  });

  it('left A as it was', async () => {
    const { device, subscription } = await a.get<{ device: { name: string; token: object | null }; subscription: { state: string } }>(`{ device(id: "${ids.device}") { name token { prefix } } subscription(id: "${ids.subscription}") { state } }`);
    expect([device.name, device.token !== null, subscription.state]).toEqual(['Press', true, 'ACTIVE']);
    expect(await api.database.sql(`SELECT count(*)::int AS n FROM audit_entry WHERE tenant_id = $1 AND actor = $2`, [ids.tenant, b.email])).toEqual([{ n: 0 }]);
  });

  it('cannot take a slug that A’s hidden app holds', async () => {
    await b.get('mutation { registerPublisher(input: { name: "B soft" }) { id } }');
    const answer = await b.ask('mutation ($manifest: JSON!) { submitAppVersion(input: { manifest: $manifest }) { __typename } }', { manifest: { ...MANIFEST, version: '2.0.0' } });
    expect(answer.errors?.[0]?.extensions.code).toBe('APP.SLUG_TAKEN');
  });
});

describe('the schema', () => {
  it('pages every list by cursor, or says why it is bounded', () => {
    const schema = api.app.get(GraphQLSchemaHost).schema;
    const loose = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (!('getFields' in type) || type.name.startsWith('__') || type.astNode?.kind !== 'ObjectTypeDefinition') return [];
      return Object.values(type.getFields())
        .filter((field) => String(field.type).startsWith('['))
        .filter((field) => !field.astNode?.directives?.some((directive: { name: { value: string } }) => directive.name.value === 'bounded'))
        .map((field) => `${type.name}.${field.name}`);
    });
    expect(loose).toEqual([]);
  });
});
