import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RunBulkAction } from '@tenon/devices/api';
import { systemActor } from '@tenon/domain/identity';
import { tenantId } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs, type Colleague } from './testing/colleagues.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let owner: TestPerson;
let operator: Colleague;
let tenant: string;
beforeAll(async () => {
  api = await testApi();
  owner = await api.newcomer('Many');
  tenant = (await whoIs(owner)).tenant!.id;
  operator = await colleague(api, tenant, 'operator');
  await machines('m', 250);
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

interface Action {
  readonly id: string;
  readonly total: number;
  readonly done: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly finishedAt: string | null;
}

const FACTS = 'id total done unchanged refused finishedAt';
const START = `mutation ($input: BulkActionInput!) { startBulkAction(input: $input) { ${FACTS} } }`;

/** Machines of the company's, by the hundred. */
async function machines(prefix: string, count: number): Promise<void> {
  await api.database.sql(`INSERT INTO device (tenant_id, id, name, kind) SELECT $1, gen_random_uuid(), $2 || ' ' || lpad(n::text, 4, '0'), 'machine' FROM generate_series(1, $3) n`, [tenant, prefix, count]);
}
const all = (search: string, expectedCount: number): object => ({ matching: { search, expectedCount } });
const codeOf = async (person: TestPerson, input: object): Promise<string | undefined> => (await person.ask(START, { input })).errors?.[0]?.extensions.code;
const count = async (where: string): Promise<number> => (await api.database.sql<{ n: number }>(`SELECT count(*)::int AS n FROM device d WHERE tenant_id = $1 AND ${where}`, [tenant]))[0]!.n;

/** Asks for it; what is not done with the answer, the worker's use case does. */
async function carriedOut(input: object, person: TestPerson = owner): Promise<Action> {
  const { startBulkAction: asked } = await person.get<{ startBulkAction: Action }>(START, { input });
  if (asked.finishedAt) return asked;
  await api.app.get(RunBulkAction, { strict: false }).execute(systemActor(tenantId(tenant), { via: 'job', viaId: 'test' }), asked.id, AbortSignal.timeout(60_000));
  return (await person.get<{ bulkAction: Action }>(`query ($id: ID!) { bulkAction(id: $id) { ${FACTS} } }`, { id: asked.id })).bulkAction;
}

describe('something done to many machines', () => {
  it('is done to all that match, by whoever asked, and finds nothing left to do a second time', async () => {
    const { createPlace } = await owner.get<{ createPlace: { id: string } }>('mutation { createPlace(input: { kind: SITE, name: "works" }) { id } }');
    const input = { kind: 'PLACE', placeId: createPlace.id, machines: all('m 0', 250) };
    expect(await carriedOut(input, operator)).toMatchObject({ total: 250, done: 250, unchanged: 0, refused: 0 });
    expect(await carriedOut(input)).toMatchObject({ total: 250, done: 0, unchanged: 250, refused: 0 });
    expect(await count(`place_id = '${createPlace.id}'`)).toBe(250);
    const trail = await api.database.sql(`SELECT action, actor_kind, actor, count(*)::int FROM audit_entry WHERE tenant_id = $1 AND action IN ('bulk-action.begun', 'device.placed') GROUP BY 1, 2, 3 ORDER BY 1, 3`, [tenant]);
    expect(trail).toEqual(expect.arrayContaining([expect.objectContaining({ action: 'device.placed', actor_kind: 'user', actor: operator.email, count: 250 })]));
  });

  it('says of each machine why it was refused, those first', async () => {
    await machines('full', 3);
    await api.database.sql(`INSERT INTO tag (tenant_id, id, name) SELECT $1, gen_random_uuid(), 't' || n FROM generate_series(1, 20) n`, [tenant]);
    await api.database.sql(`INSERT INTO device_tag (tenant_id, device_id, tag_id) SELECT d.tenant_id, d.id, t.id FROM device d JOIN tag t ON t.tenant_id = d.tenant_id WHERE d.tenant_id = $1 AND d.name = 'full 0002'`, [tenant]);
    const { id, ...figures } = await carriedOut({ kind: 'TAG', tag: '#urgent', machines: all('full', 3) });
    expect(figures).toMatchObject({ done: 2, refused: 1 });
    const { bulkAction } = await owner.get<{ bulkAction: { results: { nodes: object[] } } }>('query ($id: ID!) { bulkAction(id: $id) { results(first: 2) { nodes { name outcome code } } } }', { id });
    expect(bulkAction.results.nodes).toEqual([{ name: 'full 0002', outcome: 'REFUSED', code: 'TAG.TOO_MANY_ON_MACHINE' }, { name: 'full 0001', outcome: 'DONE', code: null }]);
    expect(await carriedOut({ kind: 'UNTAG', tag: 'urgent', machines: all('full', 3) })).toMatchObject({ done: 2, unchanged: 1 });
  });

  it('is not begun where others match than were seen, nothing is meant, or one may not', async () => {
    expect(await codeOf(owner, { kind: 'RETIRE', machines: all('m 0', 249) })).toBe('BULK_ACTION.OUTRUN');
    expect(await codeOf(owner, { kind: 'RETIRE', machines: { deviceIds: ['nobody'] } })).toBe('BULK_ACTION.NOTHING');
    expect(await codeOf(owner, { kind: 'RETIRE', machines: { deviceIds: Array.from({ length: 501 }, (_, at) => `${at}`) } })).toBe('BULK_ACTION.TOO_MANY_NAMED');
    expect(await codeOf(operator, { kind: 'DELETE', machines: all('m 0', 250) })).toBe('AUTH.FORBIDDEN');
    expect(await count('retired_at IS NOT NULL')).toBe(0);
  });

  it('takes machines out of use, and deletes them with their data, each in the trail', async () => {
    await machines('old', 120);
    expect(await carriedOut({ kind: 'RETIRE', machines: all('old', 120) })).toMatchObject({ done: 120 });
    expect(await count('retired_at IS NOT NULL')).toBe(120);
    expect(await carriedOut({ kind: 'DELETE', machines: { matching: { search: 'old', expectedCount: 120, filter: { isRetired: true } } } })).toMatchObject({ done: 120 });
    expect(await count(`name LIKE 'old%'`)).toBe(0);
    expect(await api.database.sql(`SELECT count(*)::int FROM audit_entry WHERE tenant_id = $1 AND action = 'device.deleted'`, [tenant])).toEqual([{ count: 120 }]);
  });

  it('gives new tokens as a list that is shown once, and the old ones stop', async () => {
    await machines('key', 3);
    const rotate = async (): Promise<{ count: number; list: string }> =>
      (await owner.get<{ rotateDeviceTokens: { count: number; list: string } }>('mutation { rotateDeviceTokens(machines: { matching: { search: "key", expectedCount: 3 } }) { count list } }')).rotateDeviceTokens;
    const [first, second] = [await rotate(), await rotate()];
    expect([first.count, second.list.split('\r\n').length, first.list === second.list]).toEqual([3, 5, false]);
    const kept = await api.database.sql<{ prefix: string }>(`SELECT k.prefix FROM device_token k JOIN device d ON d.tenant_id = k.tenant_id AND d.id = k.device_id WHERE d.tenant_id = $1 AND d.name LIKE 'key%' AND k.revoked_at IS NULL ORDER BY d.name`, [tenant]);
    expect(kept.map(({ prefix }) => prefix)).toEqual(second.list.trim().split('\r\n').slice(1).map((line) => line.split(',')[1]!.slice(0, 6)));
  });
});
