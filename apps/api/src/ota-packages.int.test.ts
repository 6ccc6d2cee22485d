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

it('all packages together have an end', async () => {
  await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => begin({ version: `large ${n}`, sizeBytes: 256 * 2 ** 20 })));
  expect(await codeOf(BEGIN, { input: { kind: 'FIRMWARE', title: 'x', version: '1', fileName: 'a.bin', sizeBytes: 256 * 2 ** 20 } })).toBe('OTA_PACKAGE.NO_ROOM');
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
