import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { STAFF_PERMISSIONS, TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { keyPermissions } from '@tenon/domain/identity';
import { guardsEach, rowsOfCompany, type CompanyRows } from '@tenon/testing/bystander';
import { getNamedType, isLeafType, isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { colleague, type Colleague } from './testing/colleagues.js';
import { indicatorManifest } from './testing/companies-with-apps.js';
import { declaredDoors, type Door } from './testing/declared-doors.js';
import { OWN_ONLY, PROBES } from './testing/isolation/all-probes.js';
import { bindIndicators, chooseEnergy, HIDDEN } from './testing/isolation/asked.js';
import { CROSSED } from './testing/isolation/crossed.js';
import { officeOwnOnly } from './testing/isolation/office.js';
import { BY_PERSONS, EVERYBODYS, LIVE, OPEN, OPEN_ROUTES } from './testing/isolation/open-doors.js';
import { PERSONAL } from './testing/isolation/personal.js';
import { SUBMIT, twoCompanies, type TwoCompanies } from './testing/isolation/two-companies.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let both: TwoCompanies;
let b: TestPerson;
let own: TwoCompanies['own'];
let asItWas: CompanyRows;
let doors: readonly Door[];

beforeAll(async () => {
  api = await testApi();
  both = await twoCompanies(api);
  ({ b, own } = both);
  doors = declaredDoors(api.app);
  asItWas = await rowsOfCompany(api.database, both.ids.tenant);
});

// Whatever B and strangers tried, not a row of A is another; TENON_GUARD_EACH=1 says which of two thousand tries it was.
const expectUntouched = async (): Promise<void> => expect(await rowsOfCompany(api.database, both.ids.tenant)).toEqual(asItWas);
afterEach(() => (guardsEach() ? expectUntouched() : undefined));
afterAll(async () => {
  try {
    await expectUntouched();
  } finally {
    await api.close();
  }
});

const asksFor = (name: string): string | undefined => doors.find((door) => door.name === name)?.lets;
/** What is asked by an operation, with A's ids where it takes one. */
const textOf = (name: string): string => (PROBES[name] ?? PERSONAL[name])?.by(both) ?? OWN_ONLY[name] ?? '{ viewer { id } }';

const codesOf = ({ errors }: { errors?: readonly { extensions: { code: string } }[] }): string[] => (errors ?? []).map((error) => error.extensions.code);

function rootFields(schema: GraphQLSchema): [string, GraphQLField<unknown, unknown>][] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => Object.values(type?.getFields() ?? {}).map((field): [string, GraphQLField<unknown, unknown>] => [`${type?.name}.${field.name}`, field]));
}

const viewerType = (): GraphQLObjectType => api.app.get(GraphQLSchemaHost).schema.getType('Viewer') as GraphQLObjectType;
/** What somebody is told of themselves, whichever company their session is in. */
const ONES_OWN = ['id', 'name', 'email', 'isEmailVerified', 'companies', 'sessions', 'secondFactor', 'isSingleSignOnMissing'];

describe('company B with every id of company A', () => {
  it('has a probe for every operation', () => {
    const fields = rootFields(api.app.get(GraphQLSchemaHost).schema).map(([name]) => name).sort();
    expect(fields).toEqual([...Object.keys(PROBES), ...Object.keys(OWN_ONLY), ...Object.keys(PERSONAL), OPEN, ...LIVE].sort());
  });

  it.each(Object.keys(PROBES))('%s', async (name) => {
    const probe = PROBES[name]!;
    expect(codesOf(await b.ask(probe.by(both)))).toEqual([probe.says]);
    expect(codesOf(await api.ask(probe.by(both)))).toEqual(['AUTH.SIGN_IN_REQUIRED']);
  });

  it.each(Object.keys(PERSONAL))('%s', async (name) => {
    const probe = PERSONAL[name]!;
    expect(codesOf(await b.ask(probe.by(both)))).toEqual(probe.says === null ? [] : [probe.says]);
    expect(codesOf(await api.ask(probe.by(both)))).toEqual(['AUTH.SIGN_IN_REQUIRED']);
  });

  it.each(Object.keys(CROSSED))('%s', async (name) => {
    const probe = CROSSED[name]!;
    expect(codesOf(await b.ask(probe.by(both)))).toEqual([probe.says]);
  });

  it('may do the same with what is its own', async () => {
    await b.get(chooseEnergy(own.energy, own.series));
    await b.get(bindIndicators(own.indicators, own.series));
  });

  it('sees none of A’s in its lists', async () => {
    const lists = await b.get<Record<string, { nodes: { id: string }[] }>>('{ invitations { nodes { id } } members { nodes { id } } devices { nodes { id } } series { nodes { id } } subscriptions { nodes { id } } publisherVersions { nodes { id } } apps { nodes { id: slug } } }');
    expect(Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.nodes.map(({ id }) => id).sort()]))).toEqual({
      invitations: [], members: [own.person], devices: [own.device], series: [own.series], subscriptions: [own.energy, own.indicators].sort(), publisherVersions: [], apps: ['energy-carbon', 'open-indicators'],
    });
    for (const text of Object.values(officeOwnOnly)) expect(codesOf(await b.ask(text))).toEqual(['AUTH.FORBIDDEN']);
  });

  it('cannot take a slug that A’s hidden app holds', async () => {
    await b.get('mutation { registerPublisher(input: { name: "B soft" }) { id } }');
    expect(codesOf(await b.ask(SUBMIT, { manifest: indicatorManifest(HIDDEN, '2.0.0') }))).toEqual(['APP.SLUG_TAKEN']);
  });
});

describe('whoever may do less', () => {
  const NAMES = [...Object.keys(PROBES), ...Object.keys(OWN_ONLY)];
  let lesser: Colleague;
  let removed: Colleague;
  let ended: Colleague;
  let role: string;
  beforeAll(async () => {
    const { createRole } = await b.get<{ createRole: { id: string } }>('mutation { createRole(input: { name: "Lesser", permissions: [] }) { id } }');
    role = createRole.id;
    [lesser, removed, ended] = [await colleague(api, own.tenant, role), await colleague(api, own.tenant, 'admin'), await colleague(api, own.tenant, 'admin')];
    await b.get('mutation ($id: ID!) { removeMember(id: $id) }', { id: removed.id });
    await api.post('/api/auth/sign-out', {}, { cookie: ended.cookie });
  });

  it.each(NAMES.filter((name) => !EVERYBODYS.includes(name)))('by the one permission that it asks for is refused by %s', async (name) => {
    const permission = asksFor(name);
    await api.database.sql('UPDATE tenant_role SET permissions = $2 WHERE id = $1', [role, TENANT_PERMISSIONS.filter((each) => each !== permission)]);
    const { errors } = await lesser.ask(textOf(name));
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'AUTH.FORBIDDEN', details: { permission } }]);
  });

  it.each(NAMES)('as they have no second factor where one is demanded is refused by %s', async (name) => {
    await api.database.sql('UPDATE tenant SET demands_second_factor = true WHERE id = $1', [own.tenant]);
    const codes = codesOf(await lesser.ask(textOf(name)));
    await api.database.sql('UPDATE tenant SET demands_second_factor = false WHERE id = $1', [own.tenant]);
    const isOffice = STAFF_PERMISSIONS.some((each) => each === asksFor(name));
    expect(codes).toEqual([isOffice ? 'AUTH.FORBIDDEN' : 'AUTH.SECOND_FACTOR_REQUIRED']);
  });

  it.each(NAMES)('as their session did not come by the single sign-on that is demanded is refused by %s', async (name) => {
    await api.database.sql('UPDATE tenant SET demands_sso_since = now() WHERE id = $1', [own.tenant]);
    // Another company's provider is no way in.
    await api.database.sql('UPDATE auth.session SET sso_company_id = $2, sso_waived_company_id = $2, sso_waived_until = now() + interval \'1 hour\' WHERE "userId" = $1', [lesser.id, both.ids.tenant]);
    const codes = codesOf(await lesser.ask(textOf(name)));
    await api.database.sql('UPDATE tenant SET demands_sso_since = NULL WHERE id = $1', [own.tenant]);
    const isOffice = STAFF_PERMISSIONS.some((each) => each === asksFor(name));
    expect(codes).toEqual([isOffice ? 'AUTH.FORBIDDEN' : 'AUTH.SSO_REQUIRED']);
  });

  it('as their session did not come by the single sign-on that is demanded is told nothing of the company but its name, wherever their session is', async () => {
    await api.database.sql('UPDATE tenant SET demands_sso_since = now() WHERE id = $1', [own.tenant]);
    const fields = Object.values(viewerType().getFields()).map(({ name, type }) => (isLeafType(getNamedType(type)) ? name : `${name} { __typename }`));
    const { viewer } = await lesser.get<{ viewer: Record<string, unknown> }>(`{ viewer { ${fields.join(' ')} } }`);
    const companies = async (): Promise<unknown> => (await lesser.get<{ viewer: unknown }>('{ viewer { closedCompany { name isPassable } companies { id name state role { id } isCurrent } } }')).viewer;
    const before = await companies();
    const elsewhere = (before as { companies: { id: string; isCurrent: boolean }[] }).companies.find(({ isCurrent }) => !isCurrent)!.id;
    await lesser.get('mutation ($id: ID!) { switchCompany(id: $id) { id } }', { id: elsewhere });
    const after = await companies();
    const back = await lesser.get('mutation ($id: ID!) { switchCompany(id: $id) { name state role { id } } }', { id: own.tenant });
    await api.database.sql('UPDATE tenant SET demands_sso_since = NULL WHERE id = $1', [own.tenant]);
    const told = Object.entries(viewer).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)).map(([name]) => name);
    expect(told.sort()).toEqual([...ONES_OWN, 'closedCompany'].sort());
    const [closed, open] = [{ id: own.tenant, name: 'B', state: null, role: null }, { id: elsewhere, name: expect.any(String), state: 'TRIAL', role: { id: 'owner' } }];
    const listed = (isCurrent: boolean): unknown => expect.arrayContaining([{ ...closed, isCurrent }, { ...open, isCurrent: !isCurrent }]);
    expect([before, after]).toEqual([{ closedCompany: { name: 'B', isPassable: false }, companies: listed(true) }, { closedCompany: null, companies: listed(false) }]);
    expect(back).toEqual({ switchCompany: { name: 'B', state: null, role: null } });
  });

  it.each(NAMES)('as they were removed is refused by %s', async (name) => {
    expect(codesOf(await removed.ask(textOf(name)))).toEqual(['AUTH.FORBIDDEN']);
  });

  it.each(NAMES)('as their session has ended is refused by %s', async (name) => {
    expect(codesOf(await ended.ask(textOf(name)))).toEqual(['AUTH.SIGN_IN_REQUIRED']);
  });
});

describe('a program with a key of company B', () => {
  const HOLDABLE = keyPermissions(TENANT_PERMISSIONS);
  const isHeld = (name: string): boolean => HOLDABLE.includes(asksFor(name) ?? '');
  let key: { id: string; secret: string };
  const askBy = async (query: string, secret = key.secret): Promise<Answer> => (await api.post('/graphql', { query }, { authorization: `Bearer ${secret}`, cookie: b.cookie })).json() as Promise<Answer>;
  const hold = (permissions: readonly string[]): Promise<unknown> => api.database.sql('UPDATE api_key SET permissions = $2 WHERE id = $1', [key.id, permissions]);

  beforeAll(async () => {
    const made = await b.get<{ createApiKey: { secret: string; key: { id: string } } }>('mutation ($permissions: [String!]!) { createApiKey(input: { name: "All", permissions: $permissions, days: 1 }) { secret key { id } } }', { permissions: HOLDABLE });
    key = { id: made.createApiKey.key.id, secret: made.createApiKey.secret };
  });

  it.each(Object.keys(PROBES))('reaches nothing of A by %s', async (name) => {
    await hold(HOLDABLE);
    expect(codesOf(await askBy(PROBES[name]!.by(both)))).toEqual([BY_PERSONS.includes(name) ? 'AUTH.PERSON_REQUIRED' : isHeld(name) ? PROBES[name]!.says : 'AUTH.FORBIDDEN']);
  });

  it.each(Object.keys(CROSSED))('nor by %s', async (name) => {
    await hold(HOLDABLE);
    const { by, says } = CROSSED[name]!;
    expect([[says], ['AUTH.FORBIDDEN']]).toContainEqual(codesOf(await askBy(by(both))));
  });

  it.each(Object.keys(PERSONAL))('is nobody’s person in %s', async (name) => {
    expect(codesOf(await askBy(PERSONAL[name]!.by(both)))).toEqual(['AUTH.PERSON_REQUIRED']);
  });

  it.each([...Object.keys(PROBES), ...Object.keys(OWN_ONLY)])('is refused by %s without the one permission that it asks for', async (name) => {
    const permission = asksFor(name);
    await hold(HOLDABLE.filter((each) => each !== permission));
    const { errors } = await askBy(textOf(name));
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'AUTH.FORBIDDEN', details: { permission } }]);
  });

  it.each(BY_PERSONS)('does not %s', async (name) => {
    await hold(HOLDABLE);
    expect(codesOf(await askBy(textOf(name)))).toEqual(['AUTH.PERSON_REQUIRED']);
  });

  it.each([...Object.keys(PROBES), ...Object.keys(OWN_ONLY), ...Object.keys(PERSONAL), OPEN])('is nobody in %s once the key is revoked, whatever cookie comes with it', async (name) => {
    await api.database.sql('UPDATE api_key SET revoked_at = now() WHERE id = $1', [key.id]);
    expect(codesOf(await askBy(textOf(name)))).toEqual(['AUTH.KEY_INVALID']);
  });
});

describe('a stranger', () => {
  it.each(Object.keys(OWN_ONLY))('is let into nothing by %s', async (name) => {
    expect(codesOf(await api.ask(OWN_ONLY[name]!))).toEqual(['AUTH.SIGN_IN_REQUIRED']);
  });

  it('is told that nobody is signed in', async () => {
    expect(await api.ask('{ viewer { id tenant { id } } }')).toEqual({ data: { viewer: null } });
  });
});

describe('the doors', () => {
  const VOCABULARY: readonly string[] = [...TENANT_PERMISSIONS, ...STAFF_PERMISSIONS];

  it('has one behind every root field, and no field that nobody resolves', () => {
    const names = doors.map(({ name }) => name);
    const fields = rootFields(api.app.get(GraphQLSchemaHost).schema).map(([name]) => name);
    expect(names.filter((name) => !name.startsWith('route ')).sort()).toEqual(fields.sort());
  });

  it('asks a permission of the vocabulary at each, or says why it is open', () => {
    expect(doors.filter(({ lets }) => lets === undefined)).toEqual([]);
    expect(doors.filter(({ lets }) => !VOCABULARY.includes(lets ?? '')).map(({ name }) => name).sort()).toEqual(['Query.viewer', ...Object.keys(PERSONAL), ...OPEN_ROUTES].sort());
  });

  it('resolves every field that takes arguments', () => {
    const unresolved = Object.values(api.app.get(GraphQLSchemaHost).schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap((type) => Object.values((type as GraphQLObjectType).getFields()).filter((field) => field.args.length > 0 && !field.resolve && !field.subscribe).map((field) => `${type.name}.${field.name}`));
    expect(unresolved).toEqual([]);
  });
});
