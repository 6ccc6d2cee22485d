import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeyUse } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs } from './testing/colleagues.js';
import { tablesKeeping } from './testing/kept-secrets.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

interface Key {
  readonly id: string;
  readonly secret: string;
}

const CREATE = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret key { id } } }';
const DEVICES = '{ devices { totalCount } }';
const ADD = 'mutation { createDevice(input: { name: "ERP" }) { device { id } } }';
const wanted = (permissions: readonly string[], more: object = {}): object => ({ input: { name: 'ERP', permissions, days: 30, ...more } });
const codesOf = ({ errors }: Answer): string[] => (errors ?? []).map((error) => error.extensions.code);

async function makeKey(maker: TestPerson, ...permissions: string[]): Promise<Key> {
  const { createApiKey } = await maker.get<{ createApiKey: { secret: string; key: { id: string } } }>(CREATE, wanted(permissions));
  return { id: createApiKey.key.id, secret: createApiKey.secret };
}

async function askBy(authorization: string, query: string, cookie = ''): Promise<Answer> {
  return (await api.post('/graphql', { query }, { authorization, ...(cookie && { cookie }) })).json() as Promise<Answer>;
}
const by = ({ secret }: Key, query: string): Promise<Answer> => askBy(`Bearer ${secret}`, query);

describe('an API key', () => {
  it('does what it holds, in its maker’s company, and the trail says that it was the key', async () => {
    const owner = await api.newcomer('Keys');
    const key = await makeKey(owner, 'device:read', 'device:create');
    expect(await by(key, DEVICES)).toEqual({ data: { devices: { totalCount: 0 } } });
    expect(codesOf(await by(key, ADD))).toEqual([]);
    expect(codesOf(await by(key, '{ subscriptions { nodes { id } } }'))).toEqual(['AUTH.FORBIDDEN']);
    expect(await by(key, '{ viewer { id } }')).toEqual({ data: { viewer: null } });
    const [entry] = await api.database.sql(`SELECT actor_kind AS kind, actor_id AS id, actor, via, via_id AS "viaId" FROM audit_entry WHERE action = 'device.created' AND actor = 'ERP'`);
    expect(entry).toEqual({ kind: 'api-key', id: key.id, actor: 'ERP', via: 'api-key', viaId: key.id });
    expect(await owner.get<object>('{ auditTrail(filter: { actorKind: API_KEY, actions: ["device.created"] }) { nodes { actorKind actor } } }')).toEqual({ auditTrail: { nodes: [{ actorKind: 'API_KEY', actor: 'ERP' }] } });
  });

  it('is shown once, and kept as a digest', async () => {
    const owner = await api.newcomer('Once');
    const key = await makeKey(owner, 'device:read');
    expect(key.secret).toMatch(/^tenon_[\w-]{43}$/);
    expect(await tablesKeeping(api.database, key.secret.slice('tenon_'.length), ['api_key', 'audit_entry'])).toEqual([]);
    const { apiKeys } = await owner.get<{ apiKeys: object[] }>('{ apiKeys { id name permissions makerName lastUsedAt useCount } }');
    expect(apiKeys).toEqual([{ id: key.id, name: 'ERP', permissions: ['device:read'], makerName: owner.email, lastUsedAt: null, useCount: 0 }]);
  });

  it('holds no more than its maker, and nothing that is a person’s', async () => {
    const owner = await api.newcomer('Bounded');
    const { tenant } = await whoIs(owner);
    const { createRole } = await owner.get<{ createRole: { id: string } }>('mutation { createRole(input: { name: "Integrator", permissions: ["api-key:create", "device:read"] }) { id } }');
    const integrator = await colleague(api, tenant!.id, createRole.id);
    const refused: readonly [TestPerson, object, string][] = [
      [integrator, wanted(['device:create']), 'API_KEY.BEYOND_OWN'],
      [owner, wanted(['member:update']), 'API_KEY.NOT_FOR_KEYS'],
      [owner, wanted(['api-key:create']), 'API_KEY.NOT_FOR_KEYS'],
      [owner, wanted(['tenant:transfer']), 'API_KEY.NOT_FOR_KEYS'],
      [owner, wanted(['no:such']), 'API_KEY.NOT_FOR_KEYS'],
      [owner, wanted([]), 'API_KEY.NO_PERMISSION'],
      [owner, wanted(['device:read'], { name: ' ' }), 'API_KEY.NAME_REQUIRED'],
      [owner, wanted(['device:read'], { name: 'x'.repeat(61) }), 'API_KEY.NAME_TOO_LONG'],
      [owner, wanted(['device:read'], { days: 0 }), 'API_KEY.LIFE'],
      [owner, wanted(['device:read'], { days: 366 }), 'API_KEY.LIFE'],
    ];
    for (const [maker, variables, code] of refused) expect(codesOf(await maker.ask(CREATE, variables))).toEqual([code]);
    expect(await owner.get<object>('{ apiKeys { id } }')).toEqual({ apiKeys: [] });
    await makeKey(integrator, 'device:read');
  });

  it('may do what its maker still may, and goes with them', async () => {
    const owner = await api.newcomer('Shrinking');
    const { tenant } = await whoIs(owner);
    const maker = await colleague(api, tenant!.id, 'admin');
    const key = await makeKey(maker, 'device:read', 'device:create');
    expect(codesOf(await by(key, ADD))).toEqual([]);
    await owner.get('mutation ($id: ID!) { changeMemberRole(input: { id: $id, roleId: "viewer" }) { id } }', { id: maker.id });
    expect([codesOf(await by(key, ADD)), codesOf(await by(key, DEVICES))]).toEqual([['AUTH.FORBIDDEN'], []]);
    await owner.get('mutation ($id: ID!) { removeMember(id: $id) }', { id: maker.id });
    expect(codesOf(await by(key, DEVICES))).toEqual(['AUTH.KEY_INVALID']);
  });

  it('is worthless at once when it is revoked, and when its time is over', async () => {
    const owner = await api.newcomer('Ending');
    const [revoked, expired] = [await makeKey(owner, 'device:read'), await makeKey(owner, 'device:read')];
    expect(await owner.get<object>('mutation ($id: ID!) { revokeApiKey(id: $id) }', { id: revoked.id })).toEqual({ revokeApiKey: revoked.id });
    expect(codesOf(await by(revoked, DEVICES))).toEqual(['AUTH.KEY_INVALID']);
    expect(codesOf(await owner.ask('mutation ($id: ID!) { revokeApiKey(id: $id) }', { id: revoked.id }))).toEqual(['API_KEY.NOT_FOUND']);
    expect(codesOf(await by(expired, DEVICES))).toEqual([]);
    await api.database.sql('UPDATE api_key SET expires_at = now() WHERE id = $1', [expired.id]);
    expect(codesOf(await by(expired, DEVICES))).toEqual(['AUTH.KEY_INVALID']);
    expect(await owner.get<object>('{ apiKeys { id } }')).toEqual({ apiKeys: [{ id: expired.id }] });
  });

  it('is counted with each request, and says when it was used last', async () => {
    const owner = await api.newcomer('Counted');
    const key = await makeKey(owner, 'device:read');
    for (let turn = 0; turn < 3; turn += 1) await by(key, `query { a: devices { totalCount } b: devices { totalCount } }`);
    await api.app.get(KeyUse, { strict: false }).flush();
    expect(await owner.get<object>('{ apiKeys { useCount lastUsedAt } }')).toEqual({ apiKeys: [{ useCount: 3, lastUsedAt: expect.any(String) }] });
  });

  it('only reads for a suspended company, and does nothing where its maker lacks a second factor that is demanded', async () => {
    const owner = await api.newcomer('Standing');
    const { tenant } = await whoIs(owner);
    const key = await makeKey(owner, 'device:read', 'device:create');
    await api.database.sql(`UPDATE tenant SET state = 'suspended' WHERE id = $1`, [tenant!.id]);
    expect([codesOf(await by(key, ADD)), codesOf(await by(key, DEVICES))]).toEqual([['AUTH.TENANT_SUSPENDED'], []]);
    await api.database.sql(`UPDATE tenant SET state = 'active', demands_second_factor = true WHERE id = $1`, [tenant!.id]);
    expect(codesOf(await by(key, DEVICES))).toEqual(['AUTH.SECOND_FACTOR_REQUIRED']);
  });

  it('goes before a cookie, and what is no key is none', async () => {
    const owner = await api.newcomer('Beside');
    for (const secret of ['x', `tenon_${'A'.repeat(43)}`, owner.cookie]) expect(codesOf(await askBy(`Bearer ${secret}`, DEVICES, owner.cookie))).toEqual(['AUTH.KEY_INVALID']);
    // Another scheme is for whoever stands before us.
    expect(codesOf(await askBy('Basic dXNlcjpwYXNz', DEVICES, owner.cookie))).toEqual([]);
  });

  it('takes files along, where it may', async () => {
    const owner = await api.newcomer('Files');
    const [auditor, other] = [await makeKey(owner, 'audit:read'), await makeKey(owner, 'device:read')];
    const statusBy = async ({ secret }: Key): Promise<number> => (await fetch(`${api.url}/api/audit/export?format=jsonl`, { headers: { authorization: `Bearer ${secret}` } })).status;
    expect([await statusBy(auditor), await statusBy(other)]).toEqual([200, 403]);
  });
});

describe('a company', () => {
  it('has fifty keys at most', async () => {
    const owner = await api.newcomer('Many');
    const { id, tenant } = await whoIs(owner);
    await api.database.sql(`INSERT INTO api_key (tenant_id, id, user_id, name, permissions, digest, expires_at) SELECT $1, gen_random_uuid(), $2, 'n', '{}', sha256(gen_random_uuid()::text::bytea), now() FROM generate_series(1, 50)`, [tenant!.id, id]);
    expect(codesOf(await owner.ask(CREATE, wanted(['device:read'])))).toEqual(['API_KEY.TOO_MANY']);
  });
});
