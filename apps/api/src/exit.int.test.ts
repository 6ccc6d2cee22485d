import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { signingKey } from './exit/signing-key.js';
import { verifyExport } from './exit/verify-export.js';
import { colleague, whoIs, type Colleague } from './testing/colleagues.js';
import { liveClient } from './testing/live-client.js';
import { otherProcesses, type OtherProcesses } from './testing/other-processes.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';
import { tryCommand } from './testing/try-command.js';

const EXPORT_DIR = mkdtempSync(path.join(tmpdir(), 'tenon-exports-'));
const FIELDS = 'id state filesTotal filesDone recordsDone bytes sha256 keyId requestedBy';

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly filesTotal: number;
  readonly filesDone: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly keyId: string;
}

let api: TestApi;
let others: OtherProcesses;
let owner: TestPerson;
let other: TestPerson;
let admin: Colleague;
let ready: Shown;
let seen: string[];
let file: string;

/** Follows the owner's exports until the newest is ready, and another than one of before. */
async function untilNewer(before = ''): Promise<Shown> {
  const client = liveClient(api.url, owner.cookie);
  try {
    for await (const { data } of client.iterate<{ exportsChanged: Shown[] }>({ query: `subscription { exportsChanged { ${FIELDS} } }` })) {
      const [newest] = data?.exportsChanged ?? [];
      seen.push(newest?.state ?? 'none');
      if (newest?.state === 'READY' && newest.id !== before) return newest;
    }
    throw new Error('It was told no more.');
  } finally {
    await client.dispose();
  }
}

beforeAll(async () => {
  api = await testApi({ EXPORT_DIR });
  others = await otherProcesses(api, { EXPORT_DIR });
  owner = await api.newcomer('宝山冲压厂');
  other = await api.newcomer('别家');
  admin = await colleague(api, (await whoIs(owner)).tenant!.id, 'admin');
  await owner.get('mutation { createDevice(input: { name: "冲床" }) { token } }');
  seen = [];
  const following = untilNewer();
  await owner.get('mutation { requestExport { id } }');
  ready = await following;
  file = path.join(EXPORT_DIR, 'download.tar.gz');
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(async () => {
  await others.close();
  await api.close();
});

const download = (id: string, cookie = owner.cookie, headers: Record<string, string> = {}): Promise<Response> => fetch(`${api.url}/api/exit/bundle?id=${id}`, { headers: { cookie, ...headers } });
const codeOf = async (answer: Promise<Response>): Promise<unknown> => ((await (await answer).json()) as { error: { code: string } }).error.code;
const downloads = async (): Promise<number> => (await api.database.sql(`SELECT 1 FROM audit_entry WHERE action = 'tenant.export-downloaded'`)).length;

describe('an export', () => {
  it('is written by the worker, told of as it goes, and shown to its company’s owners alone', async () => {
    expect(seen.at(-1)).toBe('READY');
    const { viewer } = await owner.get<{ viewer: { name: string } }>('{ viewer { name } }');
    expect(ready).toMatchObject({ requestedBy: viewer.name, filesDone: ready.filesTotal });
    expect((await owner.get<{ exports: Shown[] }>(`{ exports { ${FIELDS} } }`)).exports).toEqual([ready]);
    expect((await other.get<{ exports: Shown[] }>('{ exports { id } }')).exports).toEqual([]);
    for (const ask of ['{ exports { id } }', 'mutation { requestExport { id } }']) expect((await admin.ask(ask)).errors?.[0]?.extensions.code).toBe('AUTH.FORBIDDEN');
  });

  it('can be had whole or in ranges, and each beginning is noted', async () => {
    const answer = await download(ready.id);
    const whole = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, answer.headers.get('content-length'), answer.headers.get('accept-ranges')]).toEqual([200, String(ready.bytes), 'bytes']);
    expect(createHash('sha256').update(whole).digest('hex')).toBe(ready.sha256);
    await writeFile(file, whole);
    const middle = await download(ready.id, owner.cookie, { range: 'bytes=100-199' });
    expect([middle.status, middle.headers.get('content-range'), Buffer.from(await middle.arrayBuffer()).equals(whole.subarray(100, 200))]).toEqual([206, `bytes 100-199/${ready.bytes}`, true]);
    const rest = await download(ready.id, owner.cookie, { range: 'bytes=50-', 'if-range': '"of another"' });
    expect([rest.status, (await rest.arrayBuffer()).byteLength]).toEqual([200, ready.bytes]);
    const beyond = await download(ready.id, owner.cookie, { range: `bytes=${ready.bytes}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${ready.bytes}`]);
    expect(await downloads()).toBe(1);
  });

  it('is nobody else’s: another company, a lesser role, a stranger, another site', async () => {
    expect(await codeOf(download(ready.id, other.cookie))).toBe('EXPORT.NOT_FOUND');
    expect(await codeOf(download(ready.id, admin.cookie))).toBe('AUTH.FORBIDDEN');
    expect(await codeOf(download(ready.id, ''))).toBe('AUTH.SIGN_IN_REQUIRED');
    expect(await codeOf(download(ready.id, owner.cookie, { 'sec-fetch-site': 'cross-site' }))).toBe('AUTH.CROSS_ORIGIN');
    for (const id of ['x', '', '../../etc']) expect(await codeOf(download(id))).toBe('EXPORT.NOT_FOUND');
    expect(await downloads()).toBe(1);
  });

  it('is checked by a command, with the key that the platform shows', async () => {
    const { keys } = (await (await fetch(`${api.url}/.well-known/tenon-keys.json`)).json()) as { keys: { keyId: string; publicKey: string }[] };
    expect(keys).toMatchObject([{ keyId: ready.keyId, publicKey: expect.stringContaining('BEGIN PUBLIC KEY') }]);
    const key = path.join(EXPORT_DIR, 'key.pem');
    await writeFile(key, keys[0]!.publicKey);
    const verify = (...args: string[]) => tryCommand(verifyExport, { databaseUrl: '', args });
    expect(await verify(file, '--key', key)).toEqual({ code: 0, said: expect.stringContaining('✓ All of it is there') });
    expect(await verify(file)).toEqual({ code: 0, said: expect.stringContaining('compare it with') });
    expect(await verify(file, '--key-id', 'ab')).toEqual({ code: 1, said: expect.stringContaining('✗ the key is not ab') });
    expect(await verify(file, 'another')).toEqual({ code: 1, said: expect.stringContaining('EXPORT.ARGUMENTS') });
  });

  describe('and a key that goes', () => {
    const keysFile = path.join(EXPORT_DIR, 'tenon-keys.json');
    const change = (...args: string[]) =>
      tryCommand((context) => signingKey(context, () => ({ DATABASE_URL: context.databaseUrl(), TENON_SECRET: 'ab'.repeat(32), TENON_MASTER_KEYS: [] })), { databaseUrl: api.database.databaseUrl, args });
    /** Checks a file by what the platform shows of its keys just now. */
    const verify = async (bundle: string) => {
      await writeFile(keysFile, await (await fetch(`${api.url}/.well-known/tenon-keys.json`)).text());
      return tryCommand(verifyExport, { databaseUrl: '', args: [bundle, '--keys', keysFile] });
    };
    const next = path.join(EXPORT_DIR, 'next.tar.gz');
    let renewed: Shown;

    it('lets the next one sign at once, in processes that run, and still verifies', async () => {
      expect(await verify(file)).toEqual({ code: 0, said: expect.not.stringContaining('compare it with') });
      expect(await change('new')).toEqual({ code: 0, said: expect.stringMatching(new RegExp(`${ready.keyId}  made .*, retired since`)) });
      const following = untilNewer(ready.id);
      await owner.get('mutation { requestExport { id } }');
      renewed = await following;
      expect(renewed.keyId).not.toBe(ready.keyId);
      await writeFile(next, Buffer.from(await (await download(renewed.id)).arrayBuffer()));
      expect(await verify(next)).toEqual({ code: 0, said: expect.stringContaining('✓ All of it is there') });
      expect(await verify(file)).toEqual({ code: 0, said: expect.stringMatching(/The key is retired since .*Z; what it signed before stays good\.\n✓/) });
    });

    it('is not believed from the moment on in which somebody else may have had it', async () => {
      expect(await change('retire', 'ab'.repeat(32))).toEqual({ code: 1, said: expect.stringContaining('SIGNING_KEY.NOT_FOUND') });
      expect(await change('retire', renewed.keyId.slice(0, 16), '--compromised', '--since', '2999-01-01T00:00Z')).toEqual({ code: 1, said: expect.stringContaining('SIGNING_KEY.MOMENT') });
      const signing = (await change('list')).said.match(/in use/g);
      expect([signing, (await verify(next)).code]).toEqual([['in use'], 0]);
      expect((await change('retire', renewed.keyId.slice(0, 16), '--compromised')).said).toContain(`${renewed.keyId} signs nothing more, and is no longer believed from`);
      expect(await verify(next)).toEqual({ code: 0, said: expect.stringContaining('! The key is compromised since') });
      // As soon as the moment is known to be before.
      expect((await change('retire', renewed.keyId, '--compromised', '--since', '2026-01-01T00:00:00Z')).code).toBe(0);
      expect(await verify(next)).toEqual({ code: 1, said: expect.stringContaining('✗ the key is compromised since 2026-01-01T00:00:00.000Z') });
      expect((await verify(file)).code).toBe(0);
      expect((await change('list')).said.match(/in use/g)).toEqual(['in use']);
    });

    it('that the platform does not show, or a file that shows none, is no witness', async () => {
      await writeFile(keysFile, '{"keys":[]}');
      expect(await tryCommand(verifyExport, { databaseUrl: '', args: [file, '--keys', keysFile] })).toEqual({ code: 1, said: expect.stringContaining('✗ the key is none of the platform’s') });
      await writeFile(keysFile, '{}');
      expect(await tryCommand(verifyExport, { databaseUrl: '', args: [file, '--keys', keysFile] })).toEqual({ code: 1, said: expect.stringContaining('EXPORT.KEYS') });
    });
  });

  it('leaves a suspended company too, and is gone when its time is over', async () => {
    const { tenant } = await whoIs(owner);
    await api.database.sql(`UPDATE tenant SET state = 'suspended' WHERE id = $1`, [tenant!.id]);
    expect((await download(ready.id, owner.cookie, { range: 'bytes=1-1' })).status).toBe(206);
    await api.database.sql(`UPDATE tenant SET state = 'active' WHERE id = $1`, [tenant!.id]);
    await api.database.sql('UPDATE company_export SET expires_at = now() WHERE id = $1', [ready.id]);
    expect(await codeOf(download(ready.id))).toBe('EXPORT.EXPIRED');
  });
});
