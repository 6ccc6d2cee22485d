import { createHash, randomBytes, verify } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PIECE_BYTES } from '@tenon/domain/ota';
import { guardBystander } from '@tenon/testing/bystander';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let owner: TestPerson;
beforeAll(async () => {
  api = await testApi();
  owner = await api.newcomer('宝山精密');
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

interface Shown { readonly id: string; readonly receivedBytes: number; readonly sha256: string | null; readonly statement: string | null; readonly signature: string | null; readonly readyAt: string | null }
const FIELDS = 'id receivedBytes sha256 statement signature readyAt';
const begin = async (input: object): Promise<Shown> => (await owner.get<{ beginOtaPackage: Shown }>(`mutation ($input: BeginOtaPackageInput!) { beginOtaPackage(input: $input) { ${FIELDS} } }`, { input: { kind: 'FIRMWARE', title: '控制器', version: '1.0', fileName: '控制器.bin', sizeBytes: 1, ...input } })).beginOtaPackage;
const look = async (id: string): Promise<Shown> => (await owner.get<{ otaPackage: Shown }>(`query ($id: ID!) { otaPackage(id: $id) { ${FIELDS} } }`, { id })).otaPackage;
const codeOf = async (query: string, variables: object): Promise<string | undefined> => (await owner.ask(query, variables)).errors?.[0]?.extensions.code;
const BEGIN = 'mutation ($input: BeginOtaPackageInput!) { beginOtaPackage(input: $input) { id } }';

async function send(id: string, offset: number, body: Buffer, headers: Record<string, string> = {}): Promise<{ receivedBytes?: number; error?: { code: string; details: object } }> {
  const response = await fetch(`${api.url}/api/ota/upload?id=${id}&offset=${offset}`, { method: 'POST', headers: { cookie: owner.cookie, 'content-type': 'application/offset+octet-stream', ...headers }, body: Uint8Array.from(body) });
  return (await response.json()) as { receivedBytes?: number; error?: { code: string; details: object } };
}

it('a package comes in parts, goes on where it broke off, and is signed so that the public key alone shows where it is from', async () => {
  const file = randomBytes(2 * PIECE_BYTES + 1_000);
  const { id } = await begin({ sizeBytes: file.length });
  // It breaks off within the second piece: what is not a whole one comes again.
  expect(await send(id, 0, file.subarray(0, PIECE_BYTES + 5))).toEqual({ receivedBytes: PIECE_BYTES });
  expect(await look(id)).toMatchObject({ receivedBytes: PIECE_BYTES, sha256: null, signature: null, readyAt: null });
  expect(await send(id, 0, file)).toMatchObject({ error: { code: 'OTA_PACKAGE.OFFSET', details: { receivedBytes: PIECE_BYTES } } });
  expect(await send(id, PIECE_BYTES, Buffer.concat([file.subarray(PIECE_BYTES), Buffer.from('!')]))).toMatchObject({ error: { code: 'OTA_PACKAGE.PART_TOO_LONG' } });
  const { receivedBytes } = await look(id);
  expect(await send(id, receivedBytes, file.subarray(receivedBytes))).toEqual({ receivedBytes: file.length });
  const one = await look(id);
  const sha256 = createHash('sha256').update(file).digest('hex');
  expect(one).toMatchObject({ sha256, statement: `tenon-ota-package-1\nkind: firmware\ntitle: 控制器\nversion: 1.0\nsize: ${file.length}\nsha256: ${sha256}\ndevice-type: any\n` });
  const { otaSettings } = await owner.get<{ otaSettings: { publicKey: string } }>('{ otaSettings { publicKey } }');
  const signature = Buffer.from(one.signature ?? '', 'base64');
  expect([verify(null, Buffer.from(one.statement ?? ''), otaSettings.publicKey, signature), verify(null, Buffer.from((one.statement ?? '').replace('1.0', '1.1')), otaSettings.publicKey, signature)]).toEqual([true, false]);
  const [key] = await api.database.sql<{ private_sealed: string }>(`SELECT private_sealed FROM ota_key WHERE public_key = $1`, [otaSettings.publicKey]);
  expect(key?.private_sealed).toMatch(/^s1\./);
  expect(await send(id, file.length, Buffer.from('more'))).toMatchObject({ error: { code: 'OTA_PACKAGE.READY' } });
  expect(await codeOf(BEGIN, { input: { kind: 'FIRMWARE', title: '控制器', version: '1.0', fileName: 'b', sizeBytes: 1 } })).toBe('OTA_PACKAGE.EXISTS');
  const { auditTrail } = await owner.get<{ auditTrail: { nodes: { action: string }[] } }>('{ auditTrail(first: 2) { nodes { action } } }');
  expect(auditTrail.nodes.map(({ action }) => action)).toEqual(['ota-package.taken', 'ota-key.made']);
});

it.each([
  ['OTA_PACKAGE.TITLE', { title: ' ' }],
  ['OTA_PACKAGE.VERSION', { version: '' }],
  ['OTA_PACKAGE.FILE', { sizeBytes: 0 }],
  ['OTA_PACKAGE.TOO_LARGE', { sizeBytes: 256 * 2 ** 20 + 1 }],
  ['DEVICE_TYPE.NOT_FOUND', { typeId: '0b8f4d0e-6f0a-4a55-9f0e-2b8f4d0e6f0a' }],
])('%s is why %j is none', async (code, odd) => {
  expect(await codeOf(BEGIN, { input: { kind: 'FIRMWARE', title: 'odd', version: '1', fileName: 'a.bin', sizeBytes: 1, ...odd } })).toBe(code);
});

it('all packages together have the end that the plan gives them, also where many take the last room at once', async () => {
  const [tenant] = await api.database.sql<{ id: string }>(`SELECT id FROM tenant WHERE name = '宝山精密'`);
  const large = { kind: 'FIRMWARE', title: 'large', fileName: 'a.bin', sizeBytes: 256 * 2 ** 20 };
  await api.database.sql(`INSERT INTO ota_package (tenant_id, id, kind, title, version, file_name, size_bytes, author_name) SELECT $1, gen_random_uuid(), 'software', 'much', n::text, 'a', $2, 'x' FROM generate_series(1, 7) AS n`, [tenant?.id, 230 * 2 ** 20]);
  const last = await Promise.all([1, 2, 3, 4, 5, 6].map((version) => owner.ask(BEGIN, { input: { ...large, version: String(version) } })));
  expect(last.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions) ?? [])).toMatchObject(Array.from({ length: 5 }, () => ({ code: 'OTA_PACKAGE.NO_ROOM', details: { maxBytes: 2_000_000_000 } })));
  await api.database.sql(`INSERT INTO ota_package (tenant_id, id, kind, title, version, file_name, size_bytes, author_name) SELECT $1, gen_random_uuid(), 'software', 'many', n::text, 'a', 1, 'x' FROM generate_series(1, 200) AS n`, [tenant?.id]);
  const { errors } = await owner.ask(BEGIN, { input: { ...large, version: '3', sizeBytes: 1 } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'OTA_PACKAGE.TOO_MANY', details: { most: 200 } });
  await api.database.sql(`INSERT INTO plan_choice (tenant_id, id, plan, from_day, due_minor) VALUES ($1, gen_random_uuid(), 'enterprise', '2026-01-01', 0)`, [tenant?.id]);
  const { otaSettings } = await owner.get<{ otaSettings: object }>('{ otaSettings { maxPackages maxStoredBytes } }');
  expect(otaSettings).toEqual({ maxPackages: 1_000, maxStoredBytes: 10_000_000_000 });
  await api.database.sql(`DELETE FROM ota_package WHERE tenant_id = $1 AND title IN ('much', 'many', 'large')`, [tenant?.id]);
});

it('another key signs when somebody asks for one; what the former signed is checked by its own, and nothing can be signed with that any more', async () => {
  const KEYS = 'keys { id publicKey retiredAt packageCount }';
  interface Keys { readonly keys: readonly { readonly id: string; readonly publicKey: string; readonly retiredAt: string | null; readonly packageCount: number }[] }
  const signed = async (version: string) => {
    const { id } = await begin({ title: '换钥', version, sizeBytes: 3 });
    await send(id, 0, Buffer.from('abc'));
    return (await owner.get<{ otaPackage: { statement: string; signature: string; keyId: string } }>('query ($id: ID!) { otaPackage(id: $id) { statement signature keyId } }', { id })).otaPackage;
  };
  const before = await signed('1');
  const { replaceOtaKey: { keys } } = await owner.get<{ replaceOtaKey: Keys }>(`mutation { replaceOtaKey { ${KEYS} } }`);
  const after = await signed('2');
  const [present, former] = keys;
  expect(keys).toMatchObject([{ id: after.keyId, retiredAt: null, packageCount: 0 }, { id: before.keyId, retiredAt: expect.any(String) }]);
  const isGood = ({ statement, signature }: typeof before, key: string | undefined): boolean => verify(null, Buffer.from(statement), key ?? '', Buffer.from(signature, 'base64'));
  expect([isGood(before, former?.publicKey), isGood(after, present?.publicKey), isGood(before, present?.publicKey), isGood(after, former?.publicKey)]).toEqual([true, true, false, false]);
  expect(await api.database.sql('SELECT private_sealed FROM ota_key WHERE id = $1', [former?.id])).toEqual([{ private_sealed: null }]);
  const stranger = await api.newcomer('无钥');
  expect((await stranger.ask('mutation { replaceOtaKey { packages } }')).errors?.[0]?.extensions.code).toBe('OTA_KEY.NONE_YET');
});

it('a package that machines run stays, and one that none does goes; a type that packages are for stays with them', async () => {
  const { createDeviceType } = await owner.get<{ createDeviceType: { id: string } }>('mutation { createDeviceType(input: { name: "泵", libraryKey: "pump" }) { id } }');
  const { createDevice: { device } } = await owner.get<{ createDevice: { device: { id: string } } }>('mutation { createDevice(input: { name: "1#" }) { device { id } } }');
  const { id } = await begin({ version: '2.0', sizeBytes: 3, typeId: createDeviceType.id });
  await send(id, 0, Buffer.from('abc'));
  expect(await codeOf('mutation ($id: ID!) { deleteDeviceType(id: $id) }', { id: createDeviceType.id })).toBe('DEVICE_TYPE.HAS_PACKAGES');
  const state = (values: object) => owner.get('mutation ($input: SetDesiredStateInput!) { setDesiredState(input: $input) { __typename } }', { input: { deviceId: device.id, values } });
  await state({ fw_title: '控制器', fw_version: '2.0' });
  expect(await codeOf('mutation ($id: ID!) { deleteOtaPackage(id: $id) }', { id })).toBe('OTA_PACKAGE.IN_USE');
  await state({ fw_version: null });
  expect(await owner.get('mutation ($id: ID!) { deleteOtaPackage(id: $id) }', { id })).toEqual({ deleteOtaPackage: id });
  expect(await owner.get('mutation ($id: ID!) { deleteDeviceType(id: $id) }', { id: createDeviceType.id })).toBeTruthy();
});

it('nothing is taken from another site', async () => {
  const { id } = await begin({ version: '3.0', sizeBytes: 3 });
  expect(await send(id, 0, Buffer.from('abc'), { 'sec-fetch-site': 'cross-site' })).toMatchObject({ error: { code: 'AUTH.CROSS_ORIGIN' } });
});
