import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs, type Colleague } from './testing/colleagues.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let owner: TestPerson;
let operator: Colleague;
let viewer: Colleague;
let tenant: string;
beforeAll(async () => {
  api = await testApi();
  owner = await api.newcomer('Places');
  tenant = (await whoIs(owner)).tenant!.id;
  [operator, viewer] = [await colleague(api, tenant, 'operator'), await colleague(api, tenant, 'viewer')];
  await api.database.sql(`UPDATE plan_choice SET plan = 'enterprise' WHERE tenant_id = $1`, [tenant]);
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

interface Pages {
  readonly devices: { readonly nodes: readonly { readonly name: string }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } };
}

interface Listed {
  readonly name: string;
  readonly retiredAt: string | null;
  readonly tags: string[];
  readonly path: { name: string }[];
}

const codeOf = async (person: TestPerson, query: string, variables: object = {}): Promise<unknown> => {
  const extensions = (await person.ask(query, variables)).errors?.[0]?.extensions;
  return extensions?.code;
};
const act = (name: string, input: string): string => `mutation ($input: ${input}!) { ${name}(input: $input) { id } }`;
const [CREATE, UPDATE, MOVE] = [act('createPlace', 'CreatePlaceInput'), act('updatePlace', 'UpdatePlaceInput'), act('movePlace', 'MovePlaceInput')];
const [PLACE, TAG] = [act('placeDevice', 'PlaceDeviceInput'), act('tagDevice', 'TagDeviceInput')];
const place = async (kind: string, name: string, parentId?: string): Promise<string> => (await owner.get<{ createPlace: { id: string } }>(CREATE, { input: { kind, name, parentId } })).createPlace.id;
const machine = async (name: string, placeId?: string): Promise<string> => {
  const { createDevice } = await owner.get<{ createDevice: { device: { id: string } } }>('mutation ($name: String!) { createDevice(input: { name: $name }) { device { id } } }', { name });
  if (placeId) await owner.get(PLACE, { input: { id: createDevice.device.id, placeId } });
  return createDevice.device.id;
};
const list = async (filter: object, more = ''): Promise<Listed[]> =>
  (await owner.get<{ devices: { nodes: Listed[] } }>(`query ($filter: DeviceFilterInput) { devices(filter: $filter ${more}) { nodes { name retiredAt tags path { name } } } }`, { filter })).devices.nodes;
const namesOf = async (filter: object, more?: string): Promise<string[]> => (await list(filter, more)).map(({ name }) => name);
const tree = async (): Promise<Record<string, number>> => {
  const { plantTree } = await owner.get<{ plantTree: { places: { place: { name: string }; machines: { total: number } }[]; unplaced: { total: number }; all: { total: number }; retired: number } }>(
    '{ plantTree { places { place { name } machines { total } } unplaced { total } all { total } retired } }');
  return { ...Object.fromEntries(plantTree.places.map(({ place: { name }, machines }) => [name, machines.total])), unplaced: plantTree.unplaced.total, all: plantTree.all.total, retired: plantTree.retired };
};
const actionsOf = async (id: string): Promise<string[]> => (await api.database.sql<{ action: string }>('SELECT action FROM audit_entry WHERE tenant_id = $1 AND subject_id = $2 ORDER BY seq', [tenant, id])).map(({ action }) => action);

describe('the tree of the plant', () => {
  it('is made, renamed, ordered and moved with all in it, each in the trail; counts and filters follow', async () => {
    const [north, south] = [await place('SITE', '北厂'), await place('SITE', '南厂')];
    const hall = await place('AREA', '一车间', north);
    const line = await place('LINE', 'A 线', hall);
    await machine('press', line);
    await machine('store', north);
    await machine('spare');
    expect(await tree()).toEqual({ 北厂: 2, 南厂: 0, 一车间: 1, 'A 线': 1, unplaced: 1, all: 3, retired: 0 });
    expect([await namesOf({ placeId: north }), await namesOf({ placeId: hall }), await namesOf({ isUnplaced: true })]).toEqual([['press', 'store'], ['press'], ['spare']]);
    expect((await list({ placeId: line }))[0]?.path.map(({ name }) => name)).toEqual(['北厂', '一车间', 'A 线']);
    await owner.get(MOVE, { input: { id: hall, parentId: south } });
    await owner.get(UPDATE, { input: { id: hall, name: '冲压车间' } });
    expect(await namesOf({ placeId: south })).toEqual(['press']);
    await owner.get(MOVE, { input: { id: south, beforeId: north } });
    expect(Object.keys(await tree()).filter((name) => name.endsWith('厂'))).toEqual(['南厂', '北厂']);
    expect(await actionsOf(hall)).toEqual(['place.created', 'place.moved', 'place.updated']);
  });

  it('refuses what a plant cannot be, and names that are taken beside it', async () => {
    const site = await place('SITE', 'refusing');
    const area = await place('AREA', 'area', site);
    expect(await codeOf(owner, CREATE, { input: { kind: 'AREA', name: 'x' } })).toBe('PLACE.KIND');
    expect(await codeOf(owner, CREATE, { input: { kind: 'AREA', name: ' area', parentId: site } })).toBe('PLACE.NAME_TAKEN');
    expect(await codeOf(owner, CREATE, { input: { kind: 'SITE', name: 'refusing' } })).toBe('PLACE.NAME_TAKEN');
    expect(await codeOf(owner, CREATE, { input: { kind: 'SITE', name: 'zone', timeZone: 'Mars/Base' } })).toBe('PLACE.TIME_ZONE_UNKNOWN');
    expect(await codeOf(owner, CREATE, { input: { kind: 'LINE', name: 'zone', parentId: site, timeZone: 'Asia/Tokyo' } })).toBe('PLACE.ZONE_OF_SITE');
    expect(await codeOf(owner, MOVE, { input: { id: area, parentId: area } })).toBe('PLACE.IN_ITSELF');
    expect(await codeOf(operator, CREATE, { input: { kind: 'SITE', name: 'x' } })).toBe('AUTH.FORBIDDEN');
    expect(await codeOf(viewer, PLACE, { input: { id: site } })).toBe('AUTH.FORBIDDEN');
  });

  it('is never tied into a ring by two who move at once', async () => {
    const site = await place('SITE', 'ring');
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await place('AREA', `a${round}`, site), await place('AREA', `b${round}`, site)];
      const said = await Promise.all([codeOf(owner, MOVE, { input: { id: a, parentId: b } }), codeOf(owner, MOVE, { input: { id: b, parentId: a } })]);
      expect(said.toSorted()).toEqual(['PLACE.IN_ITSELF', undefined]);
    }
  });

  it('keeps a place that is not empty, and never loses a machine to one deleted meanwhile', async () => {
    const site = await place('SITE', 'full');
    const line = await place('LINE', 'line', site);
    const id = await machine('kept', line);
    const refused = await owner.ask('mutation ($id: ID!) { deletePlace(id: $id) }', { id: line });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'PLACE.NOT_EMPTY', details: { places: 0, machines: 1 } });
    expect(await codeOf(owner, 'mutation ($id: ID!) { deletePlace(id: $id) }', { id: site })).toBe('PLACE.NOT_EMPTY');
    await owner.get(PLACE, { input: { id } });
    for (let round = 0; round < 5; round += 1) {
      const other = await place('LINE', `short ${round}`, site);
      const [deleted, placed] = await Promise.all([codeOf(owner, 'mutation ($id: ID!) { deletePlace(id: $id) }', { id: other }), codeOf(owner, PLACE, { input: { id, placeId: other } })]);
      const [row] = await api.database.sql<{ placeId: string | null }>('SELECT place_id AS "placeId" FROM device WHERE id = $1', [id]);
      expect([deleted, placed, row?.placeId === other]).toEqual(deleted === undefined ? [undefined, 'PLACE.NOT_FOUND', false] : ['PLACE.NOT_EMPTY', undefined, true]);
      await owner.get(PLACE, { input: { id } });
    }
    await owner.get('mutation ($id: ID!) { deletePlace(id: $id) }', { id: line });
    expect(await actionsOf(line)).toEqual(['place.created', 'place.deleted']);
  });
});

describe('tags', () => {
  it('are made by use, filtered by, renamed, merged and deleted', async () => {
    const [a, b] = [await machine('tagged a'), await machine('tagged b')];
    await operator.get(TAG, { input: { id: a, tags: ['#Pump', 'pump', '急修'] } });
    await owner.get(TAG, { input: { id: b, tags: ['PUMP', 'old'] } });
    const tags = async (): Promise<Record<string, { id: string; machineCount: number }>> =>
      Object.fromEntries((await owner.get<{ tags: { id: string; name: string; machineCount: number }[] }>('{ tags { id name machineCount } }')).tags.map(({ name, ...tag }) => [name, tag]));
    const { pump, old, 急修: urgent } = await tags();
    expect([pump?.machineCount, old?.machineCount]).toEqual([2, 1]);
    expect([await namesOf({ tagIds: [pump!.id] }), await namesOf({ tagIds: [pump!.id, urgent!.id] }), await namesOf({ tagIds: ['nothing'] })]).toEqual([['tagged a', 'tagged b'], ['tagged a'], []]);
    expect(await codeOf(owner, act('renameTag', 'RenameTagInput'), { input: { id: old!.id, name: 'Pump' } })).toBe('TAG.NAME_TAKEN');
    expect(await codeOf(operator, act('renameTag', 'RenameTagInput'), { input: { id: old!.id, name: 'x' } })).toBe('AUTH.FORBIDDEN');
    expect(await codeOf(owner, act('mergeTags', 'MergeTagsInput'), { input: { id: old!.id, into: old!.id } })).toBe('TAG.INTO_ITSELF');
    await owner.get(act('mergeTags', 'MergeTagsInput'), { input: { id: old!.id, into: pump!.id } });
    await owner.get(act('renameTag', 'RenameTagInput'), { input: { id: pump!.id, name: '泵' } });
    await owner.get('mutation ($id: ID!) { deleteTag(id: $id) }', { id: urgent!.id });
    expect([Object.keys(await tags()), (await list({ tagIds: [pump!.id] })).map((one) => one.tags)]).toEqual([['泵'], [['泵'], ['泵']]]);
    expect(await codeOf(owner, TAG, { input: { id: a, tags: Array.from({ length: 21 }, (_, at) => `t${at}`) } })).toBe('TAG.TOO_MANY_ON_MACHINE');
    expect(await actionsOf(a)).toEqual(['device.created', 'device.tagged']);
  });

  it('are at most 500 of a company', async () => {
    const id = await machine('many tags');
    await api.database.sql(`INSERT INTO tag (tenant_id, id, name) SELECT $1, gen_random_uuid(), 'filler ' || n FROM generate_series(1, 498) n`, [tenant]);
    expect(await codeOf(owner, TAG, { input: { id, tags: ['one more'] } })).toBeUndefined();
    expect(await codeOf(owner, TAG, { input: { id, tags: ['one more', 'too many'] } })).toBe('TAG.TOO_MANY');
    expect((await list({}, 'search: "many tags"'))[0]?.tags).toEqual(['one more']);
  });
});

describe('a machine out of use', () => {
  it('stands in its own list, takes no place of the plan, is sent no command, and may come back', async () => {
    const id = await machine('old press');
    const used = async (): Promise<number> => (await owner.get<{ companyPlan: { usage: { meter: string; used: number }[] } }>('{ companyPlan { usage { meter used } } }')).companyPlan.usage.find(({ meter }) => meter === 'DEVICES')!.used;
    const before = await used();
    await owner.get('mutation ($id: ID!) { retireDevice(id: $id) { id } }', { id });
    expect([await used(), await namesOf({}, 'search: "old press"'), await namesOf({ isRetired: true })]).toEqual([before - 1, [], ['old press']]);
    expect((await tree())['retired']).toBe(1);
    expect(await codeOf(owner, 'mutation ($id: ID!) { retireDevice(id: $id) { id } }', { id })).toBe('DEVICE.ALREADY_RETIRED');
    expect(await codeOf(owner, 'mutation ($id: ID!) { sendCommand(input: { deviceId: $id, method: "stop" }) { id } }', { id })).toBe('DEVICE.RETIRED');
    expect(await codeOf(operator, 'mutation ($id: ID!) { reinstateDevice(id: $id) { id } }', { id })).toBe('AUTH.FORBIDDEN');
    await api.database.sql(`INSERT INTO plan_limit (tenant_id, meter, cap) VALUES ($1, 'devices', $2)`, [tenant, before - 1]);
    expect(await codeOf(owner, 'mutation ($id: ID!) { reinstateDevice(id: $id) { id } }', { id })).toBe('QUOTA.REACHED');
    await api.database.sql('DELETE FROM plan_limit WHERE tenant_id = $1', [tenant]);
    await owner.get('mutation ($id: ID!) { reinstateDevice(id: $id) { id } }', { id });
    expect([await used(), await codeOf(owner, 'mutation ($id: ID!) { reinstateDevice(id: $id) { id } }', { id })]).toEqual([before, 'DEVICE.NOT_RETIRED']);
    expect(await actionsOf(id)).toEqual(['device.created', 'device.retired', 'device.reinstated']);
  });
});

describe('a list of machines', () => {
  it.each(['NAME', 'NAME_DOWN', 'SEEN', 'SEEN_DOWN', 'CREATED', 'CREATED_DOWN'])('ordered by %s is whole over its pages, and its way back is its way there turned round', async (order) => {
    const names: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { devices }: Pages = await owner.get<Pages>(
        `query ($after: String) { devices(first: 4, after: $after, order: ${order}) { nodes { name } pageInfo { hasNextPage endCursor } } }`, { after });
      names.push(...devices.nodes.map(({ name }) => name));
      [after, more] = [devices.pageInfo.endCursor, devices.pageInfo.hasNextPage];
    }
    const all = await namesOf({}, `first: 100, order: ${order}`);
    const back = await namesOf({}, `first: 100, order: ${order.endsWith('_DOWN') ? order.slice(0, -5) : `${order}_DOWN`}`);
    expect([names, new Set(names).size, back.toReversed()]).toEqual([all, all.length, all]);
  });

  it('finds a machine by what is known of it', async () => {
    const id = await machine('by number');
    await api.database.sql(`UPDATE device SET attributes = '{"序列号": "SN-2026%7"}' WHERE id = $1`, [id]);
    expect([await namesOf({}, 'search: "sn-2026%"'), await namesOf({}, 'search: "SN-2027"')]).toEqual([['by number'], []]);
  });
});
