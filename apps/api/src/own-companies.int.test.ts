import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMPANY_HEADER } from '@tenon/contracts/headers';
import { guardBystander } from '@tenon/testing/bystander';
import { whoIs } from './testing/colleagues.js';
import { liveClient } from './testing/live-client.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let person: TestPerson;
let first: string;
let second: string;
beforeAll(async () => {
  api = await testApi({}, { lookEveryMs: 3_600_000 });
  person = await api.newcomer('First');
  first = (await whoIs(person)).tenant!.id;
  second = await create('Second');
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const codeOf = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? 'done';
const create = async (name: string): Promise<string> => (await person.get<{ createCompany: { id: string } }>('mutation ($name: String!) { createCompany(input: { name: $name }) { id isCurrent } }', { name })).createCompany.id;
const enter = (id: string, by = person): Promise<Answer> => by.ask('mutation ($id: ID!) { switchCompany(id: $id) { id isCurrent } }', { id });
const here = async (by = person): Promise<string | undefined> => (await whoIs(by)).tenant?.id;

describe('a person in several companies', () => {
  it('has both listed, and is in the one they made last', async () => {
    const { viewer } = await person.get<{ viewer: { companies: object[] } }>('{ viewer { companies { id name isCurrent role { id } } } }');
    expect(viewer.companies).toEqual([{ id: first, name: 'First', isCurrent: false, role: { id: 'owner' } }, { id: second, name: 'Second', isCurrent: true, role: { id: 'owner' } }]);
  });

  it('makes one company of a name, though asked twice at once', async () => {
    const made = await Promise.all([create('Third'), create('Third'), create(' Third ')]);
    expect(new Set(made).size).toBe(1);
    expect(await api.database.sql(`SELECT 1 FROM tenant WHERE name = 'Third'`)).toHaveLength(1);
  });

  it('switches without signing out, and finds the next session where they were', async () => {
    expect(codeOf(await enter(first))).toBe('done');
    await person.get('mutation { createDevice(input: { name: "Press of the first" }) { token } }');
    expect(codeOf(await enter(second))).toBe('done');
    expect((await person.get<{ devices: { totalCount: number } }>('{ devices { totalCount } }')).devices.totalCount).toBe(0);
    expect(await here(await api.signIn(person.email, person.password))).toBe(second);
    expect(codeOf(await enter(first))).toBe('done');
    expect(await here(await api.signIn(person.email, person.password))).toBe(first);
  });

  it('is asked to choose where it is not clear', async () => {
    await api.database.sql('UPDATE auth."user" SET "lastCompanyId" = NULL WHERE email = $1', [person.email]);
    const fresh = await api.signIn(person.email, person.password);
    expect(await here(fresh)).toBeUndefined();
    expect(codeOf(await fresh.ask('{ devices { totalCount } }'))).toBe('AUTH.FORBIDDEN');
    expect(codeOf(await enter(second, fresh))).toBe('done');
    expect([await here(fresh), await here()]).toEqual([second, first]);
  });

  it('is let into none of which they are no member, nor stays in one', async () => {
    const [other, before] = [await api.newcomer('Other'), await here()];
    const placesOf = (): Promise<object[]> => api.database.sql(`SELECT s."activeOrganizationId" AS here, u."lastCompanyId" AS last FROM auth.session s JOIN auth."user" u ON u.id = s."userId" WHERE u.email = $1 ORDER BY s.id`, [person.email]);
    const places = await placesOf();
    expect(codeOf(await enter((await whoIs(other)).tenant!.id))).toBe('TENANT.NOT_FOUND');
    expect([await here(), await placesOf()]).toEqual([before, places]);
    expect(codeOf(await enter('nonsense'))).toBe('TENANT.NOT_FOUND');
    await enter(second);
    const [kept] = await api.database.sql('DELETE FROM tenant_member WHERE tenant_id = $1 RETURNING user_id', [second]);
    // Nobody is moved to another company unasked: what was meant for this one must not happen there.
    expect(await here()).toBeUndefined();
    expect(codeOf(await enter(second))).toBe('TENANT.NOT_FOUND');
    await api.database.sql(`INSERT INTO tenant_member (tenant_id, user_id, role, name, email) VALUES ($1, $2, 'owner', 'x', $3)`, [second, (kept as { user_id: string }).user_id, person.email]);
    expect(await here()).toBe(second);
  });

  it('does nothing to one company that was meant for another', async () => {
    await enter(second);
    const ask = async (company: string): Promise<string> => codeOf((await (await api.post('/graphql', { query: 'mutation { createDevice(input: { name: "Meant" }) { token } }' }, { cookie: person.cookie, [COMPANY_HEADER]: company })).json()) as Answer);
    expect([await ask(first), await ask('nonsense'), await ask(second)]).toEqual(['AUTH.COMPANY_CHANGED', 'AUTH.COMPANY_CHANGED', 'done']);
  });

  it('follows nothing of the one they left', async () => {
    await enter(second);
    const { createDevice } = await person.get<{ createDevice: { device: { id: string } } }>('mutation { createDevice(input: { name: "Followed" }) { device { id } } }');
    const live = liveClient(api.url, person.cookie);
    const closed = new Promise<number>((resolve) => live.on('closed', (event) => resolve((event as { code: number }).code)));
    await new Promise<void>((resolve) => {
      live.subscribe({ query: `subscription { deviceChanged(id: "${createDevice.device.id}") { name } }` }, { next: () => resolve(), error: () => undefined, complete: () => undefined });
    });
    await enter(first);
    expect(await closed).toBe(4403);
  });
});
