import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EMPTY_MODEL, readDocument, type TypeModel } from '@tenon/domain/device-types';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs, type Colleague } from './testing/colleagues.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let owner: TestPerson;
let engineer: Colleague;
let viewer: Colleague;
let tenant: string;
beforeAll(async () => {
  api = await testApi();
  owner = await api.newcomer('Types');
  tenant = (await whoIs(owner)).tenant!.id;
  [engineer, viewer] = [await colleague(api, tenant, 'engineer'), await colleague(api, tenant, 'viewer')];
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

interface Version {
  readonly version: number;
  readonly model: TypeModel;
  readonly revision: number;
  readonly note: string;
  readonly publishedAt: string | null;
  readonly changes: readonly { readonly part: string; readonly key: string; readonly what: string; readonly isBreaking: boolean }[];
}

interface Type {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly libraryKey: string | null;
  readonly metricCount: number;
  readonly machineCount: number;
  readonly published: Version | null;
  readonly draft: Version | null;
}

const VERSION = '{ version model revision note publishedAt changes { part key what isBreaking } }';
const FACTS = `{ id name description libraryKey metricCount machineCount published ${VERSION} draft ${VERSION} }`;
const act = (name: string, input: string) => `mutation ($input: ${input}!) { ${name}(input: $input) ${FACTS} }`;
const CREATE = act('createDeviceType', 'CreateDeviceTypeInput');
const SAVE = act('saveDeviceTypeDraft', 'SaveDeviceTypeDraftInput');
const PUBLISH = act('publishDeviceType', 'PublishDeviceTypeInput');
const ASSIGN = 'mutation ($input: AssignDeviceTypeInput!) { assignDeviceType(input: $input) { id name type { id } } }';

async function one(person: TestPerson, query: string, input: object): Promise<Type> {
  return Object.values(await person.get<Record<string, Type>>(query, { input }))[0]!;
}
const codeOf = async (person: TestPerson, query: string, variables: object = {}): Promise<string | undefined> => (await person.ask(query, variables)).errors?.[0]?.extensions.code;
const refused = (person: TestPerson, query: string, input: object): Promise<string | undefined> => codeOf(person, query, { input });
const read = async (id: string): Promise<Type> => (await owner.get<{ deviceType: Type }>(`{ deviceType(id: "${id}") ${FACTS} }`)).deviceType;
const metric = (key: string, more: object = {}): TypeModel['metrics'][number] => ({ key, name: { zh: '', en: '' }, kind: 'number', unit: null, range: null, values: [], quantity: 'gauge', intervalMs: null, ...more });
const modelOf = (...metrics: TypeModel['metrics'][number][]): TypeModel => ({ ...EMPTY_MODEL, metrics });

async function machine(name: string, ...keys: string[]): Promise<string> {
  const { createDevice } = await owner.get<{ createDevice: { device: { id: string } } }>('mutation ($name: String!) { createDevice(input: { name: $name }) { device { id } } }', { name });
  for (const key of keys) await api.database.sql(`INSERT INTO series (tenant_id, device_id, key, unit, quantity, value_kind) VALUES ($1, $2, $3, 'kW', 'power', 'number')`, [tenant, createDevice.device.id, key]);
  return createDevice.device.id;
}
const typeOf = async (id: string): Promise<{ id: string; published: { version: number } | null } | null> =>
  (await viewer.get<{ device: { type: { id: string; published: { version: number } | null } | null } }>(`{ device(id: "${id}") { type { id published { version } } } }`)).device.type;

describe('a device type', () => {
  it('comes out of the library in force, in either language, and is on record', async () => {
    const { deviceTypeLibrary } = await viewer.get<{ deviceTypeLibrary: { key: string; name: { en: string }; model: TypeModel }[] }>('{ deviceTypeLibrary { key name { en } model } }');
    expect(deviceTypeLibrary).toHaveLength(10);
    const pump = deviceTypeLibrary.find(({ key }) => key === 'pump')!;
    const made = await one(engineer, CREATE, { libraryKey: 'pump', language: 'EN' });
    expect(made).toMatchObject({ name: 'Pump', libraryKey: 'pump', metricCount: pump.model.metrics.length, machineCount: 0, draft: null });
    expect(made.published).toMatchObject({ version: 1, model: pump.model, note: '', changes: [], publishedAt: expect.any(String) });
    expect((await one(engineer, CREATE, { libraryKey: 'pump' })).name).toBe('水泵');
    expect([await refused(engineer, CREATE, { libraryKey: 'pump' }), await refused(engineer, CREATE, { libraryKey: 'rocket' }), await refused(engineer, CREATE, { libraryKey: 'pump', document: '{}' })]).toEqual(['DEVICE_TYPE.NAME_TAKEN', 'DEVICE_TYPE.LIBRARY_UNKNOWN', 'DEVICE_TYPE.ONE_ORIGIN']);
    const { auditTrail } = await owner.get<{ auditTrail: { nodes: { action: string; subjectId: string }[] } }>('{ auditTrail(first: 2) { nodes { action subjectId } } }');
    expect(auditTrail.nodes[1]).toEqual({ action: 'device-type.created', subjectId: made.id });
  });

  it('is worked at as a draft and followed once published, and what is published never changes', async () => {
    const empty = await one(engineer, CREATE, { name: ' Oven ', description: ' for bread ' });
    expect(empty).toMatchObject({ name: 'Oven', description: 'for bread', published: null, draft: { version: 1, revision: 1, model: EMPTY_MODEL, changes: [] } });
    const saved = await one(engineer, SAVE, { id: empty.id, revision: 1, model: { metrics: [{ key: 't', kind: 'number', unit: '°C' }] } });
    expect(saved).toMatchObject({ published: null, draft: { revision: 2, model: modelOf(metric('t', { unit: '°C' })) } });
    expect(await one(engineer, PUBLISH, { id: empty.id, revision: 2, note: ' first ' })).toMatchObject({ draft: null, published: { version: 1, note: 'first' } });
    const next = await one(engineer, SAVE, { id: empty.id, revision: null, model: modelOf(metric('t', { unit: 'K' }), metric('p')) });
    expect(next.draft).toMatchObject({ version: 2, revision: 1, changes: [{ part: 'metrics', key: 't', what: 'unit', isBreaking: true }, { part: 'metrics', key: 'p', what: 'added', isBreaking: false }] });
    expect(next.published?.version).toBe(1);
    expect((await one(engineer, PUBLISH, { id: empty.id, revision: 1 })).published).toMatchObject({ version: 2, note: '' });
    const { deviceType } = await viewer.get<{ deviceType: { versions: { nodes: Version[] } } }>(`{ deviceType(id: "${empty.id}") { versions { nodes ${VERSION} } } }`);
    expect(deviceType.versions.nodes.map(({ version, changes }) => [version, changes.length])).toEqual([[2, 2], [1, 0]]);
    await expect(api.database.sql(`UPDATE device_type_version SET model = '{}' WHERE type_id = $1 AND version = 1`, [empty.id])).rejects.toMatchObject({ code: '23000' });
  });

  it('is not overwritten by who looked at another state of the draft', async () => {
    const { id } = await one(engineer, CREATE, { name: 'Shared' });
    await one(engineer, SAVE, { id, revision: 1, model: modelOf(metric('mine')) });
    expect([await refused(owner, SAVE, { id, revision: 1, model: modelOf() }), await refused(owner, SAVE, { id, model: modelOf() }), await refused(owner, PUBLISH, { id, revision: 1 })]).toEqual(Array(3).fill('DEVICE_TYPE.DRAFT_MOVED'));
    expect((await read(id)).draft?.model.metrics.map(({ key }) => key)).toEqual(['mine']);
    // Of two at once one is kept and the other told.
    const both = await Promise.all(['a', 'b'].map((key) => refused(engineer, SAVE, { id, revision: 2, model: modelOf(metric(key)) })));
    expect(both.sort()).toEqual(['DEVICE_TYPE.DRAFT_MOVED', undefined]);
  });

  it('tells every fault of a model with its place, and keeps none', async () => {
    const { id } = await one(engineer, CREATE, { name: 'Faulty' });
    const { errors } = await engineer.ask(SAVE, { input: { id, revision: 1, model: { metrics: [{ key: 't', kind: 'float' }], alarm: [] } } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'DEVICE_TYPE.FAULTY', details: { faults: ['unknown-field /alarm', 'not-choice /metrics/0/kind'] } });
    expect((await read(id)).draft?.revision).toBe(1);
  });

  it('is discarded back to what is in force, and published only where something is new', async () => {
    const { id } = await one(engineer, CREATE, { libraryKey: 'chiller' });
    const discard = (revision: number): string => `mutation { discardDeviceTypeDraft(id: "${id}", revision: ${revision}) ${FACTS} }`;
    expect([await codeOf(engineer, discard(1)), await refused(engineer, PUBLISH, { id, revision: 1 })]).toEqual(['DEVICE_TYPE.NO_DRAFT', 'DEVICE_TYPE.NO_DRAFT']);
    const { published } = await read(id);
    await one(engineer, SAVE, { id, model: published!.model });
    expect(await refused(engineer, PUBLISH, { id, revision: 1 })).toBe('DEVICE_TYPE.NOTHING_CHANGED');
    await engineer.get(discard(1));
    expect((await read(id)).draft).toBeNull();
    const fresh = await one(engineer, CREATE, { name: 'Never published' });
    expect(await codeOf(engineer, `mutation { discardDeviceTypeDraft(id: "${fresh.id}", revision: 1) { id } }`)).toBe('DEVICE_TYPE.ONLY_DRAFT');
  });

  it('goes out as a document, which comes in again as the same', async () => {
    const { id, published } = await one(engineer, CREATE, { libraryKey: 'furnace', name: 'Kiln' });
    const documentOf = async (args = ''): Promise<string> => (await viewer.get<{ deviceType: { document: string } }>(`{ deviceType(id: "${id}") { document${args} } }`)).deviceType.document;
    const document = await documentOf();
    expect(readDocument(document).type).toMatchObject({ name: 'Kiln', model: published!.model });
    // As a person would write it, whatever order the database keeps fields in.
    expect(Object.keys((JSON.parse(document) as TypeModel).metrics[2]!)).toEqual(['key', 'name', 'kind', 'unit', 'range', 'quantity', 'intervalMs']);
    expect(await documentOf('(version: 1)')).toBe(document);
    expect(await codeOf(viewer, `{ deviceType(id: "${id}") { document(version: 2) } }`)).toBe('DEVICE_TYPE.VERSION_NOT_FOUND');
    const CHECK = 'query ($document: String!) { checkDeviceType(document: $document) { name model faults { code path } } }';
    expect((await viewer.get<{ checkDeviceType: object }>(CHECK, { document })).checkDeviceType).toEqual({ name: 'Kiln', model: published!.model, faults: [] });
    expect((await viewer.get<{ checkDeviceType: object }>(CHECK, { document: '{"format":"tenon.device-type/1","metrics":[{}]}' })).checkDeviceType).toMatchObject({ name: null, model: null, faults: [{ code: 'missing', path: '/name' }, { code: 'missing', path: '/metrics/0/kind' }, { code: 'missing', path: '/metrics/0/key' }] });
    expect(await refused(engineer, CREATE, { document: '{' })).toBe('DEVICE_TYPE.FAULTY');
    expect(await one(engineer, CREATE, { document, name: 'Kiln 2' })).toMatchObject({ published: null, draft: { model: published!.model } });
  });

  it('is renamed, duplicated with its draft, and deleted once no machine has it', async () => {
    const { id } = await one(engineer, CREATE, { name: 'Lathe' });
    await one(engineer, SAVE, { id, revision: 1, model: modelOf(metric('rpm')) });
    expect(await one(engineer, act('updateDeviceType', 'UpdateDeviceTypeInput'), { id, description: 'turns' })).toMatchObject({ name: 'Lathe', description: 'turns' });
    expect(await one(engineer, act('duplicateDeviceType', 'DuplicateDeviceTypeInput'), { id, name: 'Lathe 2' })).toMatchObject({ name: 'Lathe 2', description: 'turns', published: null, draft: { version: 1, model: modelOf(metric('rpm')) } });
    const press = await machine('Has a type');
    await engineer.get(ASSIGN, { input: { deviceIds: [press], typeId: id } });
    const { errors } = await engineer.ask(`mutation { deleteDeviceType(id: "${id}") }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'DEVICE_TYPE.IN_USE', details: { machines: 1 } });
    await engineer.get(ASSIGN, { input: { deviceIds: [press], typeId: null } });
    await engineer.get(`mutation { deleteDeviceType(id: "${id}") }`);
    expect(await codeOf(engineer, `mutation { deleteDeviceType(id: "${id}") }`)).toBe('DEVICE_TYPE.NOT_FOUND');
  });

  it('has a name and texts within bounds', async () => {
    const codes = [await refused(engineer, CREATE, {}), await refused(engineer, CREATE, { name: 'x'.repeat(81) }), await refused(engineer, CREATE, { name: 'Long', description: 'x'.repeat(501) })];
    expect(codes).toEqual(['DEVICE_TYPE.NAME_REQUIRED', 'DEVICE_TYPE.NAME_TOO_LONG', 'DEVICE_TYPE.TEXT_TOO_LONG']);
    await api.database.sql(`INSERT INTO device_type (tenant_id, id, name) SELECT $1, gen_random_uuid(), 'filler ' || n FROM generate_series(1, 500) n`, [tenant]);
    expect(await refused(engineer, CREATE, { name: 'one more' })).toBe('DEVICE_TYPE.TOO_MANY');
    await api.database.sql(`DELETE FROM device_type WHERE name LIKE 'filler %'`);
  });

  it('is looked at by everybody and changed by who may', async () => {
    expect([await refused(viewer, CREATE, { name: 'x' }), await refused(viewer, ASSIGN, { deviceIds: ['x'] })]).toEqual(['AUTH.FORBIDDEN', 'AUTH.FORBIDDEN']);
    const { deviceTypes } = await viewer.get<{ deviceTypes: { nodes: { name: string }[] } }>('{ deviceTypes(search: "pump") { nodes { name } } }');
    expect(deviceTypes.nodes).toEqual([{ name: 'Pump' }]);
  });
});

describe('machines and types', () => {
  it('all of those named get it, or none; and each keeps its own line in the trail', async () => {
    const { id } = await one(engineer, CREATE, { libraryKey: 'cnc' });
    const [first, second] = [await machine('Mill 1'), await machine('Mill 2')];
    const missing = '0b8f4d0e-6f0a-4a55-9f0e-2b8f4d0e6f0a';
    expect([await refused(engineer, ASSIGN, { deviceIds: [first, missing], typeId: id }), await refused(engineer, ASSIGN, { deviceIds: [first, 'nonsense'], typeId: id }), await refused(engineer, ASSIGN, { deviceIds: [first], typeId: missing }), await refused(engineer, ASSIGN, { deviceIds: [], typeId: id })]).toEqual(['DEVICE.NOT_FOUND', 'DEVICE.NOT_FOUND', 'DEVICE_TYPE.NOT_FOUND', 'DEVICE_TYPE.MACHINES']);
    expect(await typeOf(first)).toBeNull();
    const given = await engineer.get<{ assignDeviceType: object[] }>(ASSIGN, { input: { deviceIds: [second, first, first], typeId: id } });
    expect(given.assignDeviceType).toEqual([{ id: first, name: 'Mill 1', type: { id } }, { id: second, name: 'Mill 2', type: { id } }]);
    expect(await typeOf(first)).toEqual({ id, published: { version: 1 } });
    await engineer.get(ASSIGN, { input: { deviceIds: [first, second], typeId: id } });
    const { auditTrail } = await owner.get<{ auditTrail: { nodes: { action: string; subjectId: string; details: object }[] } }>('{ auditTrail(first: 3) { nodes { action subjectId details } } }');
    expect(auditTrail.nodes.map(({ action }) => action)).toEqual(['device.type-set', 'device.type-set', 'device.created']);
    expect(auditTrail.nodes.slice(0, 2).map(({ subjectId }) => subjectId).sort()).toEqual([first, second].sort());
    expect(auditTrail.nodes[0]?.details).toMatchObject({ before: null, after: '数控机床' });
    const { deviceType } = await viewer.get<{ deviceType: object }>(`{ deviceType(id: "${id}") { machineCount machines { totalCount nodes { name } } } }`);
    expect(deviceType).toEqual({ machineCount: 2, machines: { totalCount: 2, nodes: [{ name: 'Mill 1' }, { name: 'Mill 2' }] } });
    const { devices } = await viewer.get<{ devices: { nodes: { type: object | null }[] } }>('{ devices(search: "Mill") { nodes { type { id name } } } }');
    expect(devices.nodes).toEqual(Array(2).fill({ type: { id, name: '数控机床' } }));
  });

  it('one is drawn from what a machine sent, which then has it, and grows by what came later', async () => {
    const saw = await machine('Saw', 'power_kw');
    const drawn = await one(engineer, CREATE, { deviceId: saw });
    expect(drawn).toMatchObject({ name: 'Saw', machineCount: 1, published: null, draft: { model: modelOf(metric('power_kw', { unit: 'kW', quantity: 'power' })) } });
    expect(await typeOf(saw)).toEqual({ id: drawn.id, published: null });
    // It is another type that is drawn anew: what a machine has is not taken from it.
    await one(engineer, CREATE, { deviceId: saw, name: 'Saw again' });
    expect((await typeOf(saw))?.id).toBe(drawn.id);
    await api.database.sql(`INSERT INTO series (tenant_id, device_id, key, quantity, value_kind) VALUES ($1, $2, 'blade', 'state', 'text')`, [tenant, saw]);
    const ADD = `mutation ($id: ID!, $keys: [String!]!) { addSeenMetrics(deviceId: $id, keys: $keys) ${FACTS} }`;
    const add = async (...keys: string[]): Promise<Type> => (await engineer.get<{ addSeenMetrics: Type }>(ADD, { id: saw, keys })).addSeenMetrics;
    expect((await add('blade', 'power_kw')).draft).toMatchObject({ revision: 2, model: { metrics: [{ key: 'power_kw' }, { key: 'blade', kind: 'text', quantity: 'state' }] } });
    expect((await add('blade')).draft?.revision).toBe(2);
    expect(await codeOf(engineer, ADD, { id: saw, keys: ['never'] })).toBe('DEVICE_TYPE.NOTHING_SEEN');
    const bare = await machine('Bare');
    expect([await codeOf(engineer, ADD, { id: bare, keys: ['x'] }), await refused(engineer, CREATE, { deviceId: bare }), await refused(engineer, CREATE, { deviceId: 'nonsense' })]).toEqual(['DEVICE_TYPE.NONE', 'DEVICE_TYPE.NOTHING_SEEN', 'DEVICE.NOT_FOUND']);
  });

  it('a machine that is deleted leaves its type, free to go', async () => {
    const { id } = await one(engineer, CREATE, { libraryKey: 'conveyor' });
    const belt = await machine('Belt');
    await engineer.get(ASSIGN, { input: { deviceIds: [belt], typeId: id } });
    await owner.get(`mutation { deleteDevice(id: "${belt}") }`);
    expect((await read(id)).machineCount).toBe(0);
    await owner.get(`mutation { deleteDeviceType(id: "${id}") }`);
  });
});
