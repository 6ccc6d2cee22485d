import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MINUTE_MS } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let a: TestPerson;
let b: TestPerson;

/** Minutes since a machine was last heard (null: never), and whether it is connected; no presence at all where there is none. */
const MACHINES: Readonly<Record<string, { minutes: number | null; isConnected: boolean } | undefined>> = {
  a1: { minutes: 1, isConnected: true },
  a2: { minutes: 4, isConnected: false },
  a3: { minutes: 20, isConnected: false },
  a4: { minutes: 600, isConnected: true },
  a5: { minutes: null, isConnected: true },
  a6: { minutes: 31, isConnected: false },
  a7: { minutes: null, isConnected: false },
  a8: undefined,
};
const EXPECTED = { ONLINE: ['a1', 'a2'], QUIET: ['a3', 'a4', 'a5'], OFFLINE: ['a6'], NEVER: ['a7', 'a8'] } as const;

async function add(person: TestPerson, name: string, minutes: number | null | undefined, isConnected = false): Promise<void> {
  const { createDevice } = await person.get<{ createDevice: { device: { id: string } } }>('mutation ($name: String!) { createDevice(input: { name: $name }) { device { id } } }', { name });
  if (minutes === undefined) return;
  const seenAt = minutes === null ? null : new Date(Date.now() - minutes * MINUTE_MS);
  await api.database.sql(
    `INSERT INTO device_presence (tenant_id, device_id, is_connected, last_seen_at) SELECT tenant_id, id, $2, $3 FROM device WHERE id = $1
     ON CONFLICT (tenant_id, device_id) DO UPDATE SET is_connected = excluded.is_connected, last_seen_at = excluded.last_seen_at`,
    [createDevice.device.id, isConnected, seenAt],
  );
}

beforeAll(async () => {
  api = await testApi();
  a = await api.newcomer('A');
  b = await api.newcomer('B');
  for (const [name, presence] of Object.entries(MACHINES)) await add(a, name, presence?.minutes, presence?.isConnected);
  await add(b, 'b1', 1, true);
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(() => api.close());

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly { readonly name: string; readonly connection: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const list = async (person: TestPerson, variables: object): Promise<Listed> =>
  (
    await person.get<{ devices: Listed }>(
      'query ($first: Int, $after: String, $search: String, $connection: ConnectionState) { devices(first: $first, after: $after, search: $search, connection: $connection) { totalCount nodes { name connection } pageInfo { hasNextPage endCursor } } }',
      variables,
    )
  ).devices;

describe('machines in one state', () => {
  it.each(Object.keys(EXPECTED) as (keyof typeof EXPECTED)[])('are those that show it: %s', async (connection) => {
    const { nodes, totalCount } = await list(a, { connection });
    expect(nodes.map(({ name }) => name)).toEqual(EXPECTED[connection]);
    expect(nodes.every((node) => node.connection === connection)).toBe(true);
    expect(totalCount).toBe(EXPECTED[connection].length);
  });

  it('are paged, counted and searched among themselves', async () => {
    const first = await list(a, { connection: 'QUIET', first: 2 });
    const second = await list(a, { connection: 'QUIET', first: 2, after: first.pageInfo.endCursor });
    const beyond = await list(a, { connection: 'QUIET', first: 2, after: second.pageInfo.endCursor });
    expect([first, second, beyond].map(({ nodes, totalCount, pageInfo }) => [nodes.map(({ name }) => name), totalCount, pageInfo.hasNextPage])).toEqual([
      [['a3', 'a4'], 3, true],
      [['a5'], 3, false],
      [[], 3, false],
    ]);
    expect(await list(a, { connection: 'QUIET', search: '4' })).toMatchObject({ totalCount: 1, nodes: [{ name: 'a4' }] });
  });

  it('are one’s own', async () => {
    expect(await list(b, { connection: 'ONLINE' })).toMatchObject({ totalCount: 1, nodes: [{ name: 'b1' }] });
    expect(await list(b, { connection: 'OFFLINE' })).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('are all of them where no state is named', async () => {
    expect((await list(a, {})).totalCount).toBe(8);
    expect((await list(a, { connection: null })).totalCount).toBe(8);
  });
});
