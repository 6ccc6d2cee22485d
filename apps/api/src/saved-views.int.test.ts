import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppointStaff } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs, type Colleague } from './testing/colleagues.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let owner: TestPerson;
let other: Colleague;
beforeAll(async () => {
  api = await testApi();
  owner = await api.newcomer('Views');
  other = await colleague(api, (await whoIs(owner)).tenant!.id, 'viewer');
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

interface View {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly query: string;
  readonly sort: { readonly columnId: string; readonly isDescending: boolean } | null;
  readonly hiddenColumns: readonly string[];
}

const FACTS = '{ id name isDefault query sort { columnId isDescending } hiddenColumns }';
const LOOK = { query: 'state=OFFLINE', sort: { columnId: 'seen', isDescending: true }, hiddenColumns: ['created'] };
const SAVE = `mutation ($input: SaveViewInput!) { saveView(input: $input) ${FACTS} }`;
const UPDATE = `mutation ($input: UpdateViewInput!) { updateView(input: $input) ${FACTS} }`;

const save = async (person: TestPerson, input: object): Promise<View> => (await person.get<{ saveView: View }>(SAVE, { input: { list: 'MACHINES', look: LOOK, ...input } })).saveView;
const list = async (person: TestPerson, of = 'MACHINES'): Promise<View[]> => (await person.get<{ savedViews: View[] }>(`{ savedViews(list: ${of}) ${FACTS} }`)).savedViews;
const codeOf = async (person: TestPerson, query: string, input: object): Promise<string | undefined> => (await person.ask(query, { input })).errors?.[0]?.extensions.code;

describe('views of lists', () => {
  it('are kept by person and list, under a name, with one to begin with', async () => {
    const offline = await save(owner, { name: ' Offline ', isDefault: true });
    expect(offline).toEqual({ id: offline.id, name: 'Offline', isDefault: true, ...LOOK });
    const all = await save(owner, { name: 'All', look: { query: '', hiddenColumns: [] }, isDefault: true });
    expect(await list(owner)).toEqual([{ id: all.id, name: 'All', isDefault: true, query: '', sort: null, hiddenColumns: [] }, { ...offline, isDefault: false }]);
    expect([await list(owner, 'PEOPLE'), await list(other)]).toEqual([[], []]);
    // Another list, and another person, may use the same name and have a beginning of their own.
    await save(owner, { list: 'PEOPLE', name: 'Offline', isDefault: true });
    await save(other, { name: 'Offline', isDefault: true });
    expect((await list(owner)).filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual(['All']);
  });

  it('are changed and forgotten by their owner alone, and it is on record', async () => {
    const view = await save(owner, { name: 'To change' });
    expect(await codeOf(other, UPDATE, { id: view.id, name: 'stolen' })).toBe('VIEW.NOT_FOUND');
    const { updateView } = await owner.get<{ updateView: View }>(UPDATE, { input: { id: view.id, name: 'Changed', isDefault: true } });
    expect(updateView).toEqual({ ...view, name: 'Changed', isDefault: true });
    expect((await owner.get<{ updateView: View }>(UPDATE, { input: { id: view.id, look: { query: 'q=1', hiddenColumns: [] } } })).updateView).toMatchObject({ name: 'Changed', isDefault: true, query: 'q=1', sort: null });
    const remove = `mutation { deleteView(id: "${view.id}") }`;
    expect((await other.ask(remove)).errors?.[0]?.extensions.code).toBe('VIEW.NOT_FOUND');
    await owner.get(remove);
    expect((await owner.ask(remove)).errors?.[0]?.extensions.code).toBe('VIEW.NOT_FOUND');
    const { auditTrail } = await owner.get<{ auditTrail: { nodes: { action: string }[] } }>('{ auditTrail(first: 4) { nodes { action } } }');
    expect(auditTrail.nodes.map(({ action }) => action)).toEqual(['member.view-deleted', 'member.view-changed', 'member.view-changed', 'member.view-saved']);
  });

  it('have names of their own, a length, and an end', async () => {
    await save(owner, { name: 'Twice' });
    const second = await save(owner, { name: 'Second' });
    expect(await codeOf(owner, SAVE, { list: 'MACHINES', look: LOOK, name: 'Twice' })).toBe('VIEW.NAME_TAKEN');
    expect(await codeOf(owner, UPDATE, { id: second.id, name: 'Twice' })).toBe('VIEW.NAME_TAKEN');
    expect(await codeOf(owner, SAVE, { list: 'MACHINES', look: { ...LOOK, query: 'x'.repeat(1_001) }, name: 'Long' })).toBe('VIEW.LOOK');
    for (let count = (await list(owner, 'AUDIT')).length; count < 30; count += 1) await save(owner, { list: 'AUDIT', name: `${count}` });
    expect(await codeOf(owner, SAVE, { list: 'AUDIT', look: LOOK, name: 'one more' })).toBe('VIEW.TOO_MANY');
  });

  it('of the office are its people’s own', async () => {
    const [one, two] = await Promise.all(['root', 'support'].map(async (role) => {
      await api.app.get(AppointStaff, { strict: false }).execute({ email: `${role}@tenon.example`, password: 'quite a long secret', name: role, role: role as 'root' | 'support' });
      return api.signIn(`${role}@tenon.example`, 'quite a long secret');
    })) as [TestPerson, TestPerson];
    const { saveOfficeView } = await one.get<{ saveOfficeView: View }>(`mutation ($input: SaveOfficeViewInput!) { saveOfficeView(input: $input) ${FACTS} }`, { input: { name: 'Suspended', look: LOOK, isDefault: true } });
    expect((await one.get<{ officeViews: View[] }>(`{ officeViews ${FACTS} }`)).officeViews).toEqual([saveOfficeView]);
    expect((await two.get<{ officeViews: View[] }>(`{ officeViews ${FACTS} }`)).officeViews).toEqual([]);
    expect(await codeOf(two, 'mutation ($input: UpdateViewInput!) { updateOfficeView(input: $input) { id } }', { id: saveOfficeView.id, name: 'stolen' })).toBe('VIEW.NOT_FOUND');
    await one.get(`mutation { deleteOfficeView(id: "${saveOfficeView.id}") }`);
    expect(await codeOf(owner, 'mutation ($input: SaveOfficeViewInput!) { saveOfficeView(input: $input) { id } }', { name: 'x', look: LOOK })).toBe('AUTH.FORBIDDEN');
  });
});
